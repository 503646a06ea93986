'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SignInDialog } from '@/components/auth/sign-in-dialog'
import { TextField } from '@/components/auth/text-field'
import { useActionForm } from '@/components/auth/use-action-form'
import { useHydrated } from '@/components/auth/use-hydrated'
import { useProblemText } from '@/components/auth/use-problem-text'
import { useWhen } from '@/components/sends/when'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { registerWebhookAction } from '@/lib/actions/webhooks'
import { type RegistrationOutcome, registrationSchema } from '@/lib/domain/webhook-form'
import type { WebhookSettingsView } from '@/lib/domain/webhook-settings'

type WebhookRegistrationProps = {
  settings: WebhookSettingsView
  /** Today's address. */
  url: string
  /** Why VecTalk cannot be asked yet. */
  blocked: 'noToken' | 'noAddress' | null
  email: string
}

/** Has VecTalk itself told where to post, and says what it knows. */
export function WebhookRegistration({ settings, url, blocked, email }: WebhookRegistrationProps) {
  const t = useTranslations('webhooks.register')
  const say = useProblemText()
  const hydrated = useHydrated()
  const [outcome, setOutcome] = useState<RegistrationOutcome | null>(null)
  const form = useActionForm({
    schema: registrationSchema,
    action: registerWebhookAction,
    onDone: setOutcome,
  })
  const { failure } = form
  return (
    <form
      method="post"
      noValidate
      aria-labelledby="webhook-register"
      onSubmit={(event) => {
        setOutcome(null)
        return form.submit(event)
      }}
      className="grid gap-4"
    >
      <Registered settings={settings} url={url} />
      <TextField
        id="instance-id"
        label={t('instance')}
        autoComplete="off"
        spellCheck={false}
        defaultValue={settings.instanceId ?? ''}
        hint={t('instanceHint')}
        error={say.problem(form.formState.errors.instanceId?.message)}
        {...form.register('instanceId')}
      />
      {failure && failure.code !== 'signedOut' && (
        <Alert role="alert" tone="danger">
          {say.failure(failure)}
        </Alert>
      )}
      <div role="status" className="empty:hidden">
        {outcome && <OutcomeAlert outcome={outcome} />}
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button
          type="submit"
          busy={form.busy}
          disabled={!hydrated}
          aria-disabled={blocked ? true : undefined}
          aria-describedby={blocked ? 'webhook-register-blocked' : undefined}
        >
          {settings.registeredUrl ? t('again') : t('register')}
        </Button>
        {blocked && (
          <p id="webhook-register-blocked" className="text-[0.8667rem] text-muted">
            {t(`blocked.${blocked}`)}
          </p>
        )}
      </div>
      <SignInDialog
        open={failure?.code === 'signedOut'}
        onOpenChange={() => form.setFailure(null)}
        onSignedIn={() => form.setFailure(null)}
        email={email}
      />
    </form>
  )
}

function Registered({ settings, url }: { settings: WebhookSettingsView; url: string }) {
  const t = useTranslations('webhooks.register')
  const { when } = useWhen()
  const { registeredUrl, registeredAt, registrationId } = settings
  if (!registeredUrl || !registeredAt) return null
  if (registeredUrl !== url)
    return (
      <Alert tone="warning" title={t('differsTitle')}>
        {t('differs', { url: registeredUrl })}
      </Alert>
    )
  return <Alert tone="success">{t('registeredAt', { when: when(registeredAt), id: registrationId ?? '' })}</Alert>
}

function OutcomeAlert({ outcome }: { outcome: RegistrationOutcome }) {
  const t = useTranslations('webhooks.register')
  switch (outcome.kind) {
    case 'registered':
      return <Alert tone="success">{t('outcome.registered')}</Alert>
    case 'noToken':
    case 'noAddress':
      return <Alert tone="warning">{t(`blocked.${outcome.kind}`)}</Alert>
    case 'refused':
      return (
        <Alert tone="danger">
          {t('outcome.refused', { said: outcome.said, httpStatus: String(outcome.httpStatus) })}
        </Alert>
      )
    case 'unreachable':
      return <Alert tone="danger">{t('outcome.unreachable', { why: outcome.why })}</Alert>
    case 'unexpected':
      return <Alert tone="danger">{t('outcome.unexpected', { httpStatus: String(outcome.httpStatus) })}</Alert>
    default:
      return <Alert tone="danger">{t(`outcome.${outcome.kind}`)}</Alert>
  }
}
