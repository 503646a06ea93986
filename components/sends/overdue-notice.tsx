'use client'

import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import type { GatewayKind } from '@/lib/domain/gateway'
import { overdueSince } from '@/lib/domain/overdue'
import type { RecipientView } from '@/lib/domain/send-view'
import { useDurationSince } from './when'

/** For how long there has been no confirmation. */
export function useOverdueWords() {
  const t = useTranslations('send.overdue')
  const duration = useDurationSince()
  return (since: number) => t('title', { duration: duration(Date.now() - since) })
}

/** That WhatsApp has a message and no phone has told of it for long, and what may be behind that. */
export function OverdueNotice({ recipient, gateway }: { recipient: RecipientView; gateway: GatewayKind }) {
  const t = useTranslations('send.overdue')
  const words = useOverdueWords()
  const since = overdueSince(recipient, Date.now())
  if (since === null) return null
  return (
    <Alert tone="warning" title={<span suppressHydrationWarning>{words(since)}</span>}>
      {t(gateway === 'sandbox' ? 'sandboxText' : 'text')}
    </Alert>
  )
}
