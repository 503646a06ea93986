'use client'

import { Clock, ClockAlert, UserRoundX } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useWhenWords } from '@/components/templates/when-words'
import { Badge } from '@/components/ui/badge'
import { contactWindow, windowClosesAt } from '@/lib/domain/contact-window'

/** Whether WhatsApp takes free messages for a person now, and until when. */
export function WindowChip({ lastInboundAt }: { lastInboundAt: string | null }) {
  const t = useTranslations('contacts.window')
  const format = useFormatter()
  const window = contactWindow(lastInboundAt, Date.now())
  if (window === 'unknown' || lastInboundAt === null)
    return <span className="text-[0.8667rem] whitespace-nowrap text-muted">{t('unknown')}</span>
  if (window === 'closed') return <Badge icon={<ClockAlert aria-hidden />}>{t('closed')}</Badge>
  const closes = windowClosesAt(lastInboundAt)
  const time = format.dateTime(closes, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return (
    <Badge tone="success" icon={<Clock aria-hidden />}>
      {t('openUntil', { when: time })}
    </Badge>
  )
}

export function OptedOutChip({ at }: { at: string }) {
  const t = useTranslations('contacts')
  const when = useWhenWords()
  return (
    <Badge tone="warning" icon={<UserRoundX aria-hidden />}>
      <span className="sr-only">{t('optedOutSince', { when: when.day(at) })}</span>
      <span aria-hidden title={t('optedOutSince', { when: when.day(at) })}>
        {t('optedOut')}
      </span>
    </Badge>
  )
}
