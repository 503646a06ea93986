'use client'

import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import type { GatewayKind } from '@/lib/domain/gateway'
import { overdueSince } from '@/lib/domain/overdue'
import type { RecipientView } from '@/lib/domain/send-view'
import { useDurationSince } from './when'

/** That WhatsApp has a message and no phone has told of it for long, and what may be behind that. */
export function OverdueNotice({ recipient, gateway }: { recipient: RecipientView; gateway: GatewayKind }) {
  const t = useTranslations('send.overdue')
  const now = Date.now()
  const duration = useDurationSince()
  const since = overdueSince(recipient, now)
  if (since === null) return null
  return (
    <Alert
      tone="warning"
      title={<span suppressHydrationWarning>{t('title', { duration: duration(now - since) })}</span>}
    >
      {t(gateway === 'sandbox' ? 'sandboxText' : 'text')}
    </Alert>
  )
}
