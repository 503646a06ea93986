import { CalendarCheck } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { SendBar } from '@/components/sends/send-progress'
import { SendStateChip } from '@/components/sends/send-state-chip'
import { StatusCountChips } from '@/components/sends/status-chip'
import { TestMark } from '@/components/sends/test-mark'
import type { Locale } from '@/lib/domain/locale'
import { countAll, countOf } from '@/lib/domain/people-group'
import { scheduleWords } from '@/lib/domain/schedule-words'
import { countDone } from '@/lib/domain/send-phase'
import { shownState } from '@/lib/domain/send-view'
import type { StartPage, TodaySend } from '@/lib/domain/start-page'
import { toWallTime } from '@/lib/domain/zoned-time'
import { StartCard } from './start-card'

/** What goes on, what is planned, and what was over today. */
export function TodaySends({ today: { sends, total }, now }: { today: StartPage['today']; now: Date }) {
  const t = useTranslations('start.today')
  return (
    <StartCard
      id="today"
      title={t('title')}
      aside={
        <Link href="/sends" className="text-[0.8667rem] text-accent underline-offset-4 hover:underline">
          {total > sends.length ? t('allOf', { count: total }) : t('all')}
        </Link>
      }
    >
      {sends.length === 0 ? (
        <p className="flex items-center gap-2.5 border-t px-4 py-3.5 text-muted">
          <CalendarCheck aria-hidden className="size-4.5 shrink-0" />
          {t('none')}
        </p>
      ) : (
        <ul aria-labelledby="today-title" className="divide-y border-t">
          {sends.map((send) => (
            <SendLine key={send.id} send={send} now={now} />
          ))}
        </ul>
      )}
    </StartCard>
  )
}

function SendLine({ send, now }: { send: TodaySend; now: Date }) {
  const t = useTranslations('start.today')
  const tSends = useTranslations('sends')
  const live = useTranslations('sends.live')
  const state = shownState(send)
  const isGoing = state === 'running' || state === 'preparing' || state === 'paused'
  const isOne = send.recipientCount === 1 && state === 'finished'
  const done = state === 'preparing' ? countAll(send.counts) : countDone(send)
  const progress = live('progress', { done, total: send.recipientCount })
  return (
    <li className="relative grid gap-x-4 gap-y-1.5 px-4 py-2.5 transition-colors focus-within:bg-hover hover:bg-hover sm:grid-cols-[minmax(0,1fr)_15rem] sm:items-center xl:grid-cols-[minmax(0,1fr)_19rem]">
      <div className="grid min-w-0">
        <span className="flex min-w-0 items-center gap-2">
          <Link href={`/sends/${send.id}`} className="truncate font-medium after:absolute after:inset-0">
            {send.template ?? (send.firstLine || tSends('noText'))}
          </Link>
          {send.gateway === 'sandbox' && <TestMark />}
        </span>
        <span className="truncate text-[0.8667rem] text-muted">
          <Timing send={{ ...send, state }} now={now} />
        </span>
      </div>
      <div className="grid gap-1.5">
        <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          {isOne ? (
            <StatusCountChips counts={send.counts} total={1} />
          ) : (
            <SendStateChip state={state} why={send.pausedWhy} />
          )}
          <span className="text-[0.8667rem] text-muted tabular-nums">
            {isGoing ? progress : tSends('people', { count: send.recipientCount })}
          </span>
        </span>
        {state !== 'scheduled' && !isOne && (
          <SendBar
            send={{ ...send, state }}
            label={tSends('progressOf', { message: send.firstLine, progress })}
            className="h-1.5"
          />
        )}
        {state !== 'scheduled' && state !== 'preparing' && !(isOne && send.replied === 0) && (
          <span className="flex flex-wrap gap-x-3 text-[0.8rem] text-muted tabular-nums">
            <Figure kind="read" count={isOne ? 0 : countOf(send.counts, 'read')} />
            <Figure kind="replied" count={send.replied} />
            <Figure kind="failed" count={countOf(send.counts, 'failed')} />
            <Figure kind="unconfirmed" count={countOf(send.counts, 'unconfirmed')} />
            {isGoing && <span>{t('left', { count: Math.max(send.recipientCount - done, 0) })}</span>}
          </span>
        )}
      </div>
    </li>
  )
}

function Figure({ kind, count }: { kind: 'read' | 'replied' | 'failed' | 'unconfirmed'; count: number }) {
  const t = useTranslations('start.today')
  if (count === 0) return null
  const isBad = kind === 'failed' || kind === 'unconfirmed'
  return <span className={isBad ? 'text-danger' : undefined}>{t(kind, { count })}</span>
}

/** When it is, or was: by the clock of its own zone. */
function Timing({ send, now }: { send: TodaySend; now: Date }) {
  const t = useTranslations('start.today')
  const locale = useLocale() as Locale
  const { state, startsAt, finishedAt, createdAt, timeZone, template, firstLine } = send
  const text = template && firstLine ? ` · ${firstLine}` : ''
  if (state === 'scheduled' && startsAt)
    return `${scheduleWords(new Date(startsAt), { zone: timeZone, locale, now })}${text}`
  const clock = (at: string) => toWallTime(new Date(at), timeZone).time
  return `${finishedAt ? t('finishedAt', { time: clock(finishedAt) }) : t('createdAt', { time: clock(createdAt) })}${text}`
}
