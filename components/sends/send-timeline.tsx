'use client'

import { CirclePlus, Send } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { type TimelineStep, toTimeline } from '@/lib/domain/recipient-timeline'
import type { RecipientView } from '@/lib/domain/send-view'
import { toShownStatus } from '@/lib/domain/shown-status'
import { STATUS_LOOKS } from './status-chip'
import { useDuration, useWhen } from './when'

const TONES = {
  neutral: 'bg-hover text-muted',
  accent: 'bg-accent-soft text-accent',
  info: 'bg-info-soft text-info',
  success: 'bg-success-soft text-success',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
} as const

/** The way of one message, rung by rung, with when and for how long. */
export function SendTimeline({ recipient }: { recipient: RecipientView }) {
  const { day } = useWhen()
  const steps = toTimeline(recipient)
  const dayOf = (at: string | null | undefined) => at && day(at)
  return (
    <ol className="grid">
      {steps.map((step, i) => (
        <Step key={step.step} {...step} withDay={!!step.at && dayOf(step.at) !== dayOf(steps[i - 1]?.at)} />
      ))}
    </ol>
  )
}

function Step({ step, at, tookMs, isNow, withDay }: TimelineStep & { withDay: boolean }) {
  const t = useTranslations('sends.one')
  const words = useTranslations('status')
  const { day, time } = useWhen()
  const duration = useDuration()
  const { tone, Icon } = lookOf(step, isNow)
  return (
    <li className="group relative flex gap-3 pb-4 last:pb-0">
      <span aria-hidden className="absolute top-7 bottom-0 left-3.5 w-px bg-line group-last:hidden" />
      <span className={cn('grid size-7 shrink-0 place-items-center rounded-full', TONES[tone])}>
        <Icon aria-hidden className={cn('size-4', isNow && step === 'sending' && 'animate-spin')} />
      </span>
      <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-3 pt-0.5">
        <span className="font-medium">
          {step === 'created' ? t('created') : words(step)}
          {(tookMs !== null || isNow) && (
            <span className="ml-2 font-normal text-[0.8667rem] text-muted">
              {tookMs === null ? t('still') : t('took', { duration: duration(tookMs) })}
            </span>
          )}
        </span>
        {at && (
          <time dateTime={at} className="text-[0.8667rem] text-muted tabular-nums">
            {withDay && `${day(at)} `}
            {time(at, true)}
          </time>
        )}
      </span>
    </li>
  )
}

function lookOf(step: TimelineStep['step'], isNow: boolean) {
  if (step === 'created') return { tone: 'neutral', Icon: CirclePlus } as const
  const look = STATUS_LOOKS[toShownStatus(step)]
  // The wheel turns only while it does.
  return step === 'sending' && !isNow ? { ...look, Icon: Send } : look
}
