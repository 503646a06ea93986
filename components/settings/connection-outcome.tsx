import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import type { tryConnectionAction } from '@/lib/actions/connection'

type TryResult = Awaited<ReturnType<typeof tryConnectionAction>>
export type ConnectionOutcome = Extract<TryResult, { ok: true }>['data']

/** How VecTalk answered to "Testar conexão", in plain words. */
export function ConnectionOutcomeAlert({ outcome }: { outcome: ConnectionOutcome }) {
  const t = useTranslations('settings.outcome')
  if (outcome.kind === 'ok') return <Alert tone="success">{t('ok')}</Alert>
  if (outcome.kind === 'unauthorized') return <Alert tone="danger">{t('unauthorized')}</Alert>
  if (outcome.kind === 'unreachable') return <Alert tone="danger">{t('unreachable', { why: outcome.why })}</Alert>
  return <Alert tone="warning">{t('unexpected', { httpStatus: String(outcome.httpStatus) })}</Alert>
}
