'use client'

import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { countAll, countOf, type StatusGroup } from '@/lib/domain/people-group'
import { countDone } from '@/lib/domain/send-phase'
import type { SendSummary } from '@/lib/domain/send-view'

const PARTS: { groups: StatusGroup[]; ink: string }[] = [
  { groups: ['accepted'], ink: 'bg-success' },
  { groups: ['failed'], ink: 'bg-danger' },
  { groups: ['unconfirmed'], ink: 'bg-warning' },
  { groups: ['skipped', 'canceled'], ink: 'bg-line-strong' },
]

type Measured = Pick<SendSummary, 'counts' | 'recipientCount' | 'state'>

/** How much of a Send is done, and how it went, as one bar; while it is prepared, how many are written down. */
export function SendBar({ send, label, className }: { send: Measured; label: string; className?: string }) {
  const isPreparing = send.state === 'preparing'
  const done = isPreparing ? countAll(send.counts) : countDone(send)
  const total = Math.max(send.recipientCount, 1)
  const parts = isPreparing
    ? [{ ink: 'bg-info', count: done }]
    : PARTS.map(({ groups, ink }) => ({ ink, count: groups.reduce((sum, one) => sum + countOf(send.counts, one), 0) }))
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={Math.min(done, total)}
      className={cn('flex h-2.5 gap-px overflow-hidden rounded-full bg-sunken', className)}
    >
      {parts.map(
        ({ ink, count }) =>
          count > 0 && (
            <span
              key={ink}
              // Who is among a hundred thousand is still to be seen.
              className={cn('h-full min-w-1 transition-[width] duration-700 ease-linear', ink)}
              style={{ width: `${(100 * count) / total}%` }}
            />
          ),
      )}
    </div>
  )
}

/** How far a Send to several people has come, in the dialog after the press. */
export function SendProgress({ send }: { send: Measured }) {
  const t = useTranslations('send.outcome')
  const done = countDone(send)
  const words =
    done === send.recipientCount
      ? t('allDone', { total: send.recipientCount })
      : t('progress', { done, total: send.recipientCount })
  return (
    <div className="grid gap-2.5">
      <p className="font-medium tabular-nums">{words}</p>
      <SendBar send={send} label={words} />
    </div>
  )
}
