'use client'

import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { signInAction } from '@/lib/actions/auth'
import { signInSchema } from '@/lib/domain/account'
import { TextField } from './text-field'
import { useActionForm } from './use-action-form'
import { useHydrated } from './use-hydrated'
import { useProblemText } from './use-problem-text'

/** With `next` it goes on there; without, the page stays as it is and `onDone` is told: what a dialog over unsaved work wants. */
export function SignInForm({ next, email, onDone }: { next?: string; email?: string; onDone?: () => void }) {
  const t = useTranslations('account')
  const say = useProblemText()
  const hydrated = useHydrated()
  const { register, submit, failure, busy, formState } = useActionForm({
    schema: signInSchema,
    action: (input) => signInAction({ ...input, next }),
    onDone,
  })
  const { errors } = formState
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        // In a dialog, React would carry it on to the form that the dialog was opened from, and send that too.
        event.stopPropagation()
        return submit(event)
      }}
      className="grid gap-4"
    >
      {failure && (
        <Alert role="alert" tone="danger">
          {say.failure(failure)}
        </Alert>
      )}
      <TextField
        id="sign-in-email"
        label={t('email')}
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={email}
        error={say.problem(errors.email?.message)}
        {...register('email')}
      />
      <TextField
        id="sign-in-password"
        label={t('password')}
        type="password"
        autoComplete="current-password"
        error={say.problem(errors.password?.message)}
        {...register('password')}
      />
      <Button type="submit" variant="primary" size="lg" busy={busy} disabled={!hydrated}>
        {t('signIn')}
      </Button>
    </form>
  )
}
