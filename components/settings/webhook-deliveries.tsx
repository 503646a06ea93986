'use client'

import { Webhook } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { CodeBlock } from '@/components/sends/code-block'
import { useWhen } from '@/components/sends/when'
import { Badge } from '@/components/ui/badge'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { WebhookActivity, WebhookDeliveryView } from '@/lib/domain/webhook-form'
import { useWebhookActivity } from './webhook-activity'

/** The last ones that came in, newest first. */
export function WebhookDeliveries({ activity }: { activity: WebhookActivity }) {
  const t = useTranslations('webhooks.deliveries')
  const { data } = useWebhookActivity(activity)
  if (data.deliveries.length === 0)
    return (
      <EmptyState icon={<Webhook aria-hidden />} title={t('none')}>
        {t('noneText')}
      </EmptyState>
    )
  return (
    <ul aria-labelledby="webhook-deliveries" className="divide-y rounded-xl border">
      {data.deliveries.map((delivery) => (
        <Delivery key={delivery.id} delivery={delivery} />
      ))}
    </ul>
  )
}

function Delivery({ delivery }: { delivery: WebhookDeliveryView }) {
  const t = useTranslations('webhooks.deliveries')
  const format = useFormatter()
  const { day, time } = useWhen()
  const { receivedAt, bytes, statuses, messages, repeated, unknown, unread } = delivery
  const told = [
    statuses > 0 && t('statuses', { count: statuses }),
    messages > 0 && t('messages', { count: messages }),
    repeated > 0 && t('repeated', { count: repeated }),
  ].filter((words) => words !== false)
  return (
    <li className="grid gap-2 px-3.5 py-2.5">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <time dateTime={receivedAt} className="whitespace-nowrap text-muted tabular-nums">
          {day(receivedAt)} {time(receivedAt, true)}
        </time>
        <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-3 max-sm:order-last max-sm:basis-full">
          {told.length > 0 ? (
            <span className="font-medium">{told.join(' · ')}</span>
          ) : (
            unknown === 0 && <span className="text-muted">{t('nothing')}</span>
          )}
          {unknown > 0 && <Badge tone="warning">{t('unknown', { count: unknown })}</Badge>}
        </span>
        <span className="text-[0.8667rem] whitespace-nowrap text-muted tabular-nums max-sm:ml-auto">
          {t('bytes', { bytes: format.number(bytes) })}
        </span>
      </div>
      {unread !== null && (
        <details>
          <summary className={buttonClass('quiet', 'sm')}>{t('unread')}</summary>
          <div className="mt-2">
            <CodeBlock label={t('unreadLabel')} text={unread} />
          </div>
        </details>
      )}
    </li>
  )
}
