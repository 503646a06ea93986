'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SignInDialog } from '@/components/auth/sign-in-dialog'
import { TextField } from '@/components/auth/text-field'
import { useActionForm } from '@/components/auth/use-action-form'
import { useHydrated } from '@/components/auth/use-hydrated'
import { useProblemText } from '@/components/auth/use-problem-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { changePasswordAction } from '@/lib/actions/auth'
import { changePasswordSchema, PASSWORD_LENGTH } from '@/lib/domain/account'

export function ChangePasswordForm({ email }: { email: string }) {
  const t = useTranslations('settings')
  const accountText = useTranslations('account')
  const say = useProblemText()
  const hydrated = useHydrated()
  const [changed, setChanged] = useState(false)
  const { register, submit, reset, failure, setFailure, busy, formState } = useActionForm({
    schema: changePasswordSchema,
    action: changePasswordAction,
    onDone: () => {
      reset({ currentPassword: '', newPassword: '' })
      setChanged(true)
    },
  })
  const { errors } = formState
  return (
    <form
      method="post"
      noValidate
      aria-labelledby="change-password"
      onSubmit={(event) => {
        setChanged(false)
        return submit(event)
      }}
      className="grid gap-4 border-t pt-5"
    >
      <h3 id="change-password" className="font-medium">
        {t('changePassword')}
      </h3>
      {/* Password managers save the new password under this name. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          id="current-password"
          label={t('currentPassword')}
          type="password"
          autoComplete="current-password"
          error={say.problem(errors.currentPassword?.message)}
          {...register('currentPassword')}
        />
        <TextField
          id="new-password"
          label={t('newPassword')}
          type="password"
          autoComplete="new-password"
          hint={accountText('passwordRule', PASSWORD_LENGTH)}
          error={say.problem(errors.newPassword?.message)}
          {...register('newPassword')}
        />
      </div>
      {failure && failure.code !== 'signedOut' && (
        <Alert role="alert" tone="danger">
          {say.failure(failure)}
        </Alert>
      )}
      <div>
        <div role="status">
          {changed && (
            <Alert tone="success" className="mb-4">
              {t('passwordChanged')}
            </Alert>
          )}
        </div>
        <Button type="submit" busy={busy} disabled={!hydrated}>
          {t('changePassword')}
        </Button>
      </div>
      <SignInDialog
        open={failure?.code === 'signedOut'}
        onOpenChange={() => setFailure(null)}
        onSignedIn={() => setFailure(null)}
        email={email}
      />
    </form>
  )
}
