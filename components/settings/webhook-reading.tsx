'use client'

import { CircleCheck, Clock, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useWhen } from '@/components/sends/when'
import type { WebhookActivity } from '@/lib/domain/webhook-form'
import { useWebhookActivity } from './webhook-activity'

/** How the reading of the gateway's list goes. */
export function WebhookReading({ activity }: { activity: WebhookActivity }) {
  const t = useTranslations('webhooks.reading')
  const { data } = useWebhookActivity(activity)
  const { when, time } = useWhen()
  const { reading } = data
  const lineClass = 'flex items-start gap-1.5 text-[0.8667rem] [&_svg]:mt-[0.15rem] [&_svg]:size-3.5 [&_svg]:shrink-0'
  if (!reading?.readAt && !reading?.problem)
    return (
      <p className={`${lineClass} text-muted`}>
        <Clock aria-hidden />
        {t('never')}
      </p>
    )
  if (reading.problem) {
    const path = `problems.${reading.problem}` as 'problems.other'
    return (
      <p className={`${lineClass} text-warning`}>
        <TriangleAlert aria-hidden />
        <span>
          {t.has(path) ? t(path) : t('problems.other')} {t('next', { time: time(reading.nextAt) })}
        </span>
      </p>
    )
  }
  return (
    <p className={`${lineClass} text-muted`}>
      <CircleCheck aria-hidden className="text-success" />
      <span>
        {reading.readAt && t('read', { when: when(reading.readAt) })} {t('next', { time: time(reading.nextAt) })}
      </span>
    </p>
  )
}
