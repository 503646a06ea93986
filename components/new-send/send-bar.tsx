'use client'

import { CalendarClock, FlaskConical, Radio, Send } from 'lucide-react'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { scheduleWords } from '@/lib/domain/schedule-words'
import type { Estimate } from '@/lib/domain/send-duration'
import type { SendPlan } from '@/lib/domain/send-plan'
import type { GatewayView } from '@/lib/domain/send-view'
import { daysBetween } from '@/lib/domain/zoned-time'
import type { Blocked } from './use-blocked'
import { useMinute } from './use-minute'

type SendBarProps = {
  gateway: GatewayView | undefined
  people: number | null
  plan: SendPlan | null
  /** Whether it is to start later, at whatever time. */
  isLater: boolean
  estimate: Estimate | null
  blocked: Blocked | null
  isBusy: boolean
  onSend: () => void
}

/** Always in sight: where it goes, how long that takes, and the button. */
export function SendBar({ gateway, people, plan, isLater, estimate, blocked, isBusy, onSend }: SendBarProps) {
  const t = useTranslations('newSend.bar')
  return (
    <div className="sticky bottom-[calc(var(--bar)+0.5rem)] z-20 rounded-2xl border bg-raised px-4 py-3 shadow-float sm:px-5 md:bottom-4">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2.5">
        <div id="send-bar" aria-live="polite" className="grid min-w-0 flex-1 gap-0.5 max-sm:basis-full">
          <Where gateway={gateway} />
          <p className="text-[0.8667rem] text-muted [overflow-wrap:anywhere]">
            {isBusy ? t('pressing') : (blocked?.text ?? <Course plan={plan} estimate={estimate} />)}
          </p>
        </div>
        <Button
          size="lg"
          variant="primary"
          busy={isBusy}
          aria-disabled={blocked && !blocked.leads ? true : undefined}
          aria-describedby="send-bar"
          onClick={onSend}
          className="max-sm:w-full"
        >
          {!isBusy && (isLater ? <CalendarClock aria-hidden /> : <Send aria-hidden />)}
          {people ? t(isLater ? 'schedule' : 'send', { count: people }) : t(isLater ? 'scheduleNobody' : 'sendNobody')}
        </Button>
      </div>
    </div>
  )
}

/** Never to be mistaken: the stand-in, or WhatsApp itself. */
export function Where({ gateway, className }: { gateway: GatewayView | undefined; className?: string }) {
  const t = useTranslations('newSend.bar')
  if (!gateway) return <p className={cn('text-[0.9333rem] text-muted', className)}>{t('whereUnknown')}</p>
  const isReal = gateway.kind === 'vectalk'
  const Icon = isReal ? Radio : FlaskConical
  return (
    <p className={cn('flex items-center gap-2 text-[0.9333rem] font-medium', className)}>
      <Icon aria-hidden className={cn('size-4 shrink-0', isReal ? 'text-accent' : 'text-info')} />
      {isReal ? t('real') : t('sandbox')}
    </p>
  )
}

/** From when until when, as far as it can be told. */
export function Course({ plan, estimate }: { plan: SendPlan | null; estimate: Estimate | null }) {
  const t = useTranslations('newSend.bar')
  const locale = useLocale()
  const lasts = useLastingWords()
  const ends = useEndWords()
  const now = useMinute()
  if (!plan || !estimate) return null
  const starts = plan.startsAt && scheduleWords(new Date(plan.startsAt), { zone: plan.timeZone, locale, now })
  return [starts && t('starts', { when: starts }), lasts(estimate.sendingMs), ends(estimate, plan)]
    .filter(Boolean)
    .join(' · ')
}

/** About how long something takes: nobody waits for the seconds of an hour. */
function useLastingWords() {
  const t = useTranslations('newSend.bar')
  return (ms: number) => {
    const seconds = Math.max(1, Math.ceil(ms / 1_000))
    if (seconds < 60) return t('takesSeconds', { seconds })
    const minutes = Math.ceil(seconds / 60)
    if (minutes < 60) return t('takesMinutes', { minutes })
    return t('takesHours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
  }
}

/** By when it is through, where a pause of some kind makes that another thing than how long it takes. */
function useEndWords() {
  const t = useTranslations('newSend.bar')
  const format = useFormatter()
  const now = useMinute()
  return ({ endsAt, waitsForQuiet }: Estimate, { timeZone, canary, startsAt }: SendPlan): string | null => {
    if (!waitsForQuiet && !canary && !startsAt) return null
    const days = daysBetween(now, endsAt, timeZone)
    const when = format.dateTime(endsAt, {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      ...(days !== 0 && { day: '2-digit', month: '2-digit' }),
    })
    return t(waitsForQuiet ? 'endsQuiet' : 'ends', { when })
  }
}
