'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { TextField } from '@/components/auth/text-field'
import { useActionForm } from '@/components/auth/use-action-form'
import { useProblemText } from '@/components/auth/use-problem-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { addTesterAction, changeTesterAction } from '@/lib/actions/testers'
import { formatPhone } from '@/lib/domain/phone-format'
import { type TesterView, testerSchema } from '@/lib/domain/tester'

type TesterFormProps = {
  /** Whom it changes; null for a new one. */
  tester: TesterView | null
  onSaved: () => void
  onCancel: () => void
  onSignedOut: () => void
}

/** Name and number of somebody who gets tests. */
export function TesterForm({ tester, onSaved, onCancel, onSignedOut }: TesterFormProps) {
  const t = useTranslations('settings.testers')
  const say = useProblemText()
  const { register, submit, busy, failure, formState, setFocus } = useActionForm({
    schema: testerSchema,
    action: (input: { name: string; phone: string }) =>
      tester ? changeTesterAction({ id: tester.id, ...input }) : addTesterAction(input),
    onDone: onSaved,
  })
  const { errors } = formState
  useEffect(() => setFocus('name'), [setFocus])
  useEffect(() => {
    if (failure?.code === 'signedOut') onSignedOut()
  }, [failure, onSignedOut])
  return (
    <form
      method="post"
      noValidate
      aria-label={tester ? t('change', { name: tester.name }) : t('add')}
      onSubmit={submit}
      className="grid gap-3 rounded-xl bg-sunken p-4"
    >
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <TextField
          id="tester-name"
          label={t('name')}
          autoComplete="off"
          defaultValue={tester?.name ?? ''}
          error={say.problem(errors.name?.message)}
          {...register('name')}
        />
        <TextField
          id="tester-phone"
          label={t('phone')}
          inputMode="tel"
          autoComplete="off"
          placeholder="11 99999-9999"
          defaultValue={tester ? formatPhone(tester.phone) : ''}
          error={say.problem(errors.phone?.message)}
          {...register('phone')}
        />
      </div>
      {failure && failure.code !== 'signedOut' && (
        <Alert role="alert" tone="danger">
          {failure.code === 'tooManyTesters'
            ? t('tooMany')
            : failure.code === 'notFound'
              ? t('gone')
              : say.failure(failure)}
        </Alert>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" variant="primary" busy={busy}>
          {t('save')}
        </Button>
        <Button size="sm" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
