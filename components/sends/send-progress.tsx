'use client'

import { useTranslations } from 'next-intl'
import { Progress } from 'radix-ui'
import { countAtWork, type SendView } from '@/lib/domain/send-view'

/** How far a Send to several people has come. */
export function SendProgress({ send }: { send: SendView }) {
  const t = useTranslations('send.outcome')
  const done = send.recipientCount - countAtWork(send.counts)
  const words =
    done === send.recipientCount
      ? t('allDone', { total: send.recipientCount })
      : t('progress', { done, total: send.recipientCount })
  return (
    <div className="grid gap-2.5">
      <p className="font-medium tabular-nums">{words}</p>
      <Progress.Root
        value={done}
        max={send.recipientCount}
        aria-label={words}
        className="h-2 overflow-hidden rounded-full bg-sunken"
      >
        <Progress.Indicator
          className="h-full rounded-full bg-accent transition-[width]"
          style={{ width: `${(100 * done) / send.recipientCount}%` }}
        />
      </Progress.Root>
    </div>
  )
}
