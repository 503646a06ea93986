'use client'

import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { countAll, countOf, type PeopleGroup } from '@/lib/domain/people-group'
import { providerErrorKey } from '@/lib/domain/provider-error'
import { estimateSend } from '@/lib/domain/send-duration'
import { countDone, isOver, phaseOf, type SendPhase } from '@/lib/domain/send-phase'
import { paceNow, type SendView, shownState } from '@/lib/domain/send-view'
import { FollowButtons } from './follow-buttons'
import { SendControls } from './send-controls'
import { SendCounters } from './send-counters'
import { SendBar } from './send-progress'
import { useSendRate } from './send-rate'
import { STATE_LOOKS } from './send-state-chip'
import { useSendStateWords } from './send-state-words'
import { SpokenProgress } from './spoken-progress'
import { useRoughDuration } from './when'

const INKS = {
  neutral: 'bg-hover text-muted',
  accent: 'bg-accent-soft text-accent',
  info: 'bg-info-soft text-info',
  success: 'bg-success-soft text-success',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
} as const

const GOING: SendPhase[] = ['sending', 'canaryAhead']

/** A Send as it goes: what it is doing, how far and how fast, what may be done about it, and its numbers. */
export function SendLive({
  send,
  readAt,
  shown,
  onChanged,
}: {
  send: SendView
  readAt: number
  shown: PeopleGroup | null
  onChanged: () => void
}) {
  const t = useTranslations('sends.live')
  const errors = useTranslations('providerErrors')
  const now = new Date(readAt)
  const phase = phaseOf(send, now)
  const words = useSendStateWords()(send, phase, now)
  const { tone, Icon } = STATE_LOOKS[shownState(send)]
  const isGoing = GOING.includes(phase)
  const { rate, isStill } = useSendRate(send, readAt, isGoing)
  const isPreparing = phase === 'preparing'
  const done = isPreparing ? countAll(send.counts) : countDone(send) - countOf(send.counts, 'canceled')
  const total = send.recipientCount
  const progress = t('progress', { done, total })
  const errorKey = providerErrorKey(send.pausedCode)
  return (
    <Card className="grid gap-5 p-5">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-1 basis-72 items-start gap-3">
          <span className={cn('grid size-9 shrink-0 place-items-center rounded-full', INKS[tone])}>
            <Icon aria-hidden className={cn('size-[1.15rem]', isGoing && 'animate-spin')} />
          </span>
          <div className="grid gap-0.5">
            <h2 className="text-base leading-snug font-semibold tabular-nums">{words.title}</h2>
            <p className="text-pretty text-muted">{words.text}</p>
          </div>
        </div>
        {isOver(phase) ? (
          <FollowButtons send={send} />
        ) : (
          <SendControls send={send} phase={phase} onChanged={onChanged} />
        )}
      </div>
      {phase === 'pausedByBrake' && send.pausedCode !== null && (
        <Alert tone="warning" title={errors(`${errorKey}.title`)}>
          {errors(`${errorKey}.whatToDo`)}
        </Alert>
      )}
      <div className="grid gap-2">
        <SendBar send={{ ...send, state: shownState(send) }} label={`${words.title}: ${progress}`} />
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 text-[0.9333rem] tabular-nums">
          <span className="font-medium">{progress}</span>
          {!isOver(phase) && <Going send={send} phase={phase} rate={rate} readAt={readAt} />}
        </div>
      </div>
      {isGoing && send.pace.share < 1 && send.pace.gateway * send.pace.share < (send.pace.own ?? Infinity) && (
        <p className="text-[0.8667rem] text-warning">{t('slowed', { rate: send.pace.gateway * send.pace.share })}</p>
      )}
      {isStill && (
        <Alert tone="warning" role="status" title={t('stillTitle')}>
          {t('stillText')}
        </Alert>
      )}
      <SendCounters send={send} shown={shown} />
      <SpokenProgress
        words={t('progressSpoken', { state: words.title, done, total, share: total ? done / total : 1 })}
        step={`${phase} ${Math.floor((10 * done) / Math.max(total, 1))}`}
      />
    </Card>
  )
}

/** How fast, and for how long still. */
function Going({
  send,
  phase,
  rate,
  readAt,
}: {
  send: SendView
  phase: SendPhase
  rate: number | null
  readAt: number
}) {
  const t = useTranslations('sends.live')
  const duration = useRoughDuration()
  const isGoing = GOING.includes(phase)
  const left = send.recipientCount - countDone(send)
  const limit = paceNow(send.pace)
  const perSecond = rate || limit
  const ends =
    isGoing && perSecond > 0
      ? estimateSend({
          people: left,
          perSecond,
          startsAt: new Date(readAt),
          zone: send.timeZone,
          quiet: send.quiet,
          canary: send.canary?.passedAt ? null : send.canary,
        }).endsAt
      : null
  return (
    <span className="flex flex-wrap gap-x-2 text-muted">
      {isGoing && rate !== null && (
        <span title={t('rateHint')}>
          <span className="font-medium text-text">{t('rate', { rate })}</span> {t('limit', { limit })}
        </span>
      )}
      {isGoing && rate !== null && <span aria-hidden>·</span>}
      <span>
        {t('left', { count: left })}
        {ends && `, ${t('timeLeft', { duration: duration(ends.getTime() - readAt) })}`}
      </span>
    </span>
  )
}
