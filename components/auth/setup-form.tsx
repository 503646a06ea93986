'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Button, buttonClass } from '@/components/ui/button'
import { createAdminAction } from '@/lib/actions/auth'
import { newAdminSchema, PASSWORD_LENGTH } from '@/lib/domain/account'
import { TextField } from './text-field'
import { useActionForm } from './use-action-form'
import { useHydrated } from './use-hydrated'
import { useProblemText } from './use-problem-text'

export function SetupForm() {
  const t = useTranslations('account')
  const say = useProblemText()
  const hydrated = useHydrated()
  const { register, submit, failure, busy, formState } = useActionForm({
    schema: newAdminSchema,
    action: createAdminAction,
  })
  const { errors } = formState
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      {failure && (
        <Alert
          role="alert"
          tone="danger"
          action={
            failure.code === 'closed' && (
              <Link href="/sign-in" className={buttonClass('secondary', 'sm')}>
                {t('signIn')}
              </Link>
            )
          }
        >
          {say.failure(failure)}
        </Alert>
      )}
      <TextField
        id="setup-name"
        label={t('name')}
        autoComplete="name"
        error={say.problem(errors.name?.message)}
        {...register('name')}
      />
      <TextField
        id="setup-email"
        label={t('email')}
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        error={say.problem(errors.email?.message)}
        {...register('email')}
      />
      <TextField
        id="setup-password"
        label={t('password')}
        type="password"
        autoComplete="new-password"
        hint={t('passwordRule', PASSWORD_LENGTH)}
        error={say.problem(errors.password?.message)}
        {...register('password')}
      />
      <Button type="submit" variant="primary" size="lg" busy={busy} disabled={!hydrated}>
        {t('createAccount')}
      </Button>
    </form>
  )
}
