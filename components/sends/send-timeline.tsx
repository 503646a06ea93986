'use client'

import { CirclePlus, Send } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { type TimelineStep, toTimeline } from '@/lib/domain/recipient-timeline'
import type { RecipientView } from '@/lib/domain/send-view'
import { toShownStatus } from '@/lib/domain/shown-status'
import { REPLIED_LOOK, STATUS_LOOKS } from './status-chip'
import { useDuration, useWhen } from './when'

const TONES = {
  neutral: 'bg-hover text-muted',
  accent: 'bg-accent-soft text-accent',
  info: 'bg-info-soft text-info',
  success: 'bg-success-soft text-success',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
} as const

/** The way of one message, rung by rung: when, and how long after the one before. */
export function SendTimeline({ recipient }: { recipient: RecipientView }) {
  const { day } = useWhen()
  const steps = toTimeline(recipient)
  // The first one has its day, and then each that has another.
  const shownDays = steps.map(({ at }, i) => {
    const before = steps.slice(0, i).findLast((one) => one.at)?.at
    return !!at && day(at) !== (before && day(before))
  })
  return (
    <ol className="grid">
      {steps.map((step, i) => (
        <Step key={`${step.step} ${step.isAside}`} {...step} withDay={shownDays[i] ?? false} />
      ))}
    </ol>
  )
}

function Step(props: TimelineStep & { withDay: boolean }) {
  const { step, at, isNow, isImplied, isAside, withDay } = props
  const t = useTranslations('sends.one')
  const { day, time } = useWhen()
  const { tone, Icon } = lookOf(step, isNow)
  const word = useStepWord(step, isNow)
  const note = useNote(props)
  return (
    <li className="group relative flex gap-3 pb-4 last:pb-0">
      <span aria-hidden className="absolute top-7 bottom-0 left-3.5 w-px bg-line group-last:hidden" />
      <span
        className={cn(
          'grid size-7 shrink-0 place-items-center rounded-full',
          isImplied ? 'border border-dashed border-line-strong text-muted' : TONES[tone],
        )}
      >
        <Icon aria-hidden className={cn('size-4', isNow && step === 'sending' && 'animate-spin')} />
      </span>
      <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-3 pt-0.5">
        <span className={cn('font-medium', isImplied && 'text-muted')}>
          {word}
          {note && <span className="ml-2 font-normal text-[0.8667rem] text-muted">{note}</span>}
        </span>
        {at && (
          <time dateTime={at} className="text-[0.8667rem] text-muted tabular-nums">
            {withDay && `${day(at)} `}
            {time(at, true)}
          </time>
        )}
        {isAside && <span className="w-full text-[0.8667rem] text-muted">{t('aside')}</span>}
      </span>
    </li>
  )
}

function useStepWord(step: TimelineStep['step'], isNow: boolean): string {
  const t = useTranslations('sends.one')
  const words = useTranslations('status')
  if (step === 'created' || step === 'replied') return t(step)
  return step === 'sending' && !isNow ? t('left') : words(step)
}

/** By the provider's clock, which tells whole seconds, less than one is none. */
const BY_THE_SECOND: TimelineStep['step'][] = ['sent', 'delivered', 'read', 'replied']
const SECOND_MS = 1_000

function useNote({ step, afterMs, isNow, isImplied }: TimelineStep): string | null {
  const t = useTranslations('sends.one')
  const units = useTranslations('sends.duration')
  const duration = useDuration()
  if (isNow) return t('still')
  if (isImplied) return t('implied')
  if (afterMs === null) return null
  const isToldLater = BY_THE_SECOND.includes(step) || (step === 'failed' && afterMs >= SECOND_MS)
  if (!isToldLater) return t('after', { duration: duration(afterMs) })
  const seconds = Math.round(afterMs / SECOND_MS)
  if (seconds < 1) return t('rightAfter')
  return t('after', { duration: seconds < 60 ? units('roughS', { seconds }) : duration(afterMs) })
}

function lookOf(step: TimelineStep['step'], isNow: boolean) {
  if (step === 'created') return { tone: 'neutral', Icon: CirclePlus } as const
  if (step === 'replied') return REPLIED_LOOK
  const look = STATUS_LOOKS[toShownStatus(step)]
  // The wheel turns only while it does.
  return step === 'sending' && !isNow ? { ...look, Icon: Send } : look
}
