'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useHydrated } from '@/components/auth/use-hydrated'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { tryWebhookAction } from '@/lib/actions/webhooks'
import type { WebhookTrial } from '@/lib/domain/webhook-form'
import { useSettingsAct } from './settings-act'
import { ACTIVITY } from './webhook-activity'

/** Posts a sample as the provider would, and says how far it came. */
export function WebhookTrialButton({ email }: { email: string }) {
  const t = useTranslations('webhooks.try')
  const client = useQueryClient()
  const hydrated = useHydrated()
  const act = useSettingsAct(email)
  const [trial, setTrial] = useState<WebhookTrial | null>(null)
  const tryIt = async () => {
    setTrial(null)
    const tried = await act.run(() => tryWebhookAction({}))
    setTrial(tried?.data ?? null)
    await client.invalidateQueries({ queryKey: ACTIVITY })
  }
  return (
    <div className="grid gap-4">
      {act.notice}
      <div role="status" className="empty:hidden">
        {trial && <TrialAlert trial={trial} />}
      </div>
      <Button className="justify-self-start" busy={act.busy} disabled={!hydrated} onClick={() => void tryIt()}>
        {t('button')}
      </Button>
    </div>
  )
}

function TrialAlert({ trial }: { trial: WebhookTrial }) {
  const t = useTranslations('webhooks.try')
  if (trial.kind === 'arrived')
    return <Alert tone="success">{t(trial.way === 'public' ? 'arrived' : 'arrivedInside', { ms: trial.ms })}</Alert>
  return (
    <Alert tone="danger">
      <p>{useTrialWords(trial)}</p>
      {trial.insideMs !== null && <p>{t('inside', { ms: trial.insideMs })}</p>}
    </Alert>
  )
}

function useTrialWords(trial: Exclude<WebhookTrial, { kind: 'arrived' }>): string {
  const t = useTranslations('webhooks.try')
  if (trial.kind === 'unreachable') return t('unreachable', { why: trial.why })
  if (trial.kind === 'elsewhere') return t('elsewhere')
  const httpStatus = String(trial.httpStatus)
  if (trial.kind === 'redirected') return t('redirected', { httpStatus })
  if (trial.httpStatus === 401 || trial.httpStatus === 403) return t('denied', { httpStatus })
  if (trial.httpStatus === 404) return t('notFound')
  return t('refused', { httpStatus })
}
