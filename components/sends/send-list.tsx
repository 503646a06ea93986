'use client'

import { Forward, LayoutTemplate, RotateCw } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { Locale } from '@/lib/domain/locale'
import { countAll, countOf } from '@/lib/domain/people-group'
import { scheduleWords } from '@/lib/domain/schedule-words'
import { countDone } from '@/lib/domain/send-phase'
import { type SendSummary, shownState } from '@/lib/domain/send-view'
import { SendBar } from './send-progress'
import { SendStateChip, TestSendMark } from './send-state-chip'
import { StatusCountChips } from './status-chip'
import { TestMark } from './test-mark'
import { usePhoneWords } from './use-phone-words'
import { When } from './when'

/** A table where there is room, cards where there is none; each line is one link to its Send. */
export function SendList({ sends }: { sends: SendSummary[] }) {
  return (
    <>
      <SendTable sends={sends} />
      <SendCards sends={sends} />
    </>
  )
}

function SendTable({ sends }: { sends: SendSummary[] }) {
  const t = useTranslations('sends')
  return (
    <div className="hidden overflow-hidden rounded-xl border bg-surface shadow-card md:block">
      <table className="w-full table-fixed text-left">
        <caption className="sr-only">{t('list')}</caption>
        <thead className="border-b text-[0.8rem] text-muted">
          <tr>
            <th scope="col" className="w-44 py-2.5 pl-5 font-medium">
              {t('columns.when')}
            </th>
            <th scope="col" className="px-3 font-medium">
              {t('columns.message')}
            </th>
            <th scope="col" className="w-52 px-3 font-medium">
              {t('columns.recipients')}
            </th>
            <th scope="col" className="w-[22%] px-3 font-medium">
              {t('columns.status')}
            </th>
            <th scope="col" className="hidden w-40 py-2.5 pr-5 pl-3 font-medium xl:table-cell">
              {t('columns.who')}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y">
          {sends.map((send) => (
            <tr key={send.id} className="group relative transition-colors focus-within:bg-hover hover:bg-hover">
              <td className="py-3 pl-5 align-top whitespace-nowrap text-muted tabular-nums">
                <When at={send.createdAt} />
                <span className="block truncate text-[0.8667rem] xl:hidden">{send.createdBy?.name ?? t('nobody')}</span>
              </td>
              <td className="px-3 py-3 align-top">
                <div className="flex min-w-0 items-center gap-2">
                  {/* The link covers its whole line. */}
                  <Link href={`/sends/${send.id}`} className="truncate font-medium after:absolute after:inset-0">
                    {send.firstLine || t('noText')}
                  </Link>
                  <Marks send={send} />
                </div>
                <FromTemplate send={send} />
              </td>
              <td className="truncate px-3 py-3 align-top tabular-nums">
                <To send={send} />
              </td>
              <td className="px-3 py-3 align-top">
                <Standing send={send} />
              </td>
              <td className="hidden truncate py-3 pr-5 pl-3 align-top text-muted xl:table-cell">
                {send.createdBy?.name ?? t('nobody')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SendCards({ sends }: { sends: SendSummary[] }) {
  const t = useTranslations('sends')
  return (
    <ul aria-label={t('list')} className="grid gap-2.5 md:hidden">
      {sends.map((send) => (
        <li key={send.id} className="relative grid gap-2 rounded-xl border bg-surface p-4 shadow-card active:bg-hover">
          <div className="flex items-baseline justify-between gap-3">
            <span className="truncate tabular-nums">
              <To send={send} />
            </span>
            <When at={send.createdAt} className="shrink-0 text-[0.8667rem] text-muted tabular-nums" />
          </div>
          <Link href={`/sends/${send.id}`} className="truncate font-medium after:absolute after:inset-0">
            {send.firstLine || t('noText')}
          </Link>
          <FromTemplate send={send} />
          <Standing send={send} />
          <div className="flex items-center justify-between gap-3">
            <span className="flex flex-wrap gap-1.5">
              <Marks send={send} />
            </span>
            <span className="min-w-0 truncate text-[0.8667rem] text-muted">{send.createdBy?.name ?? t('nobody')}</span>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Where it stands: of one that goes on, what it is doing and how far it is; of one that is over, what came of it. */
function Standing({ send }: { send: SendSummary }) {
  const t = useTranslations('sends')
  const live = useTranslations('sends.live')
  const locale = useLocale() as Locale
  const state = shownState(send)
  const isGoing = state === 'running' || state === 'paused' || state === 'preparing'
  const isMany = send.recipientCount > 1
  if (state === 'finished' || (state === 'running' && !isMany))
    return (
      <span className="grid gap-1">
        <StatusCountChips counts={send.counts} total={send.recipientCount} />
        <CameBack send={send} />
      </span>
    )
  const done = state === 'preparing' ? countAll(send.counts) : countDone(send)
  const progress = live('progress', { done, total: send.recipientCount })
  return (
    <span className="grid gap-1.5">
      <span className="flex flex-wrap items-center gap-1.5">
        <SendStateChip state={state} why={send.pausedWhy} />
        {state === 'canceled' && <StatusCountChips counts={send.counts} total={send.recipientCount} />}
        {isGoing && isMany && <span className="text-[0.8rem] text-muted tabular-nums">{progress}</span>}
      </span>
      {state === 'scheduled' && send.startsAt && (
        <span className="text-[0.8667rem] text-muted">
          {scheduleWords(new Date(send.startsAt), { zone: send.timeZone, locale, now: new Date() })}
        </span>
      )}
      {isGoing && isMany && (
        <SendBar
          send={{ ...send, state }}
          label={t('progressOf', { message: send.firstLine, progress })}
          className="h-1.5 max-w-48"
        />
      )}
    </span>
  )
}

/** How many have read it and answered, as shares; of one person, that they answered. */
function CameBack({ send }: { send: SendSummary }) {
  const t = useTranslations('sends.back')
  const { replied, recipientCount: total } = send
  const read = countOf(send.counts, 'read')
  if (total === 1) return replied.count > 0 && <span className="text-[0.8667rem] text-muted">{t('repliedOne')}</span>
  if (read === 0 && replied.count === 0) return null
  const answered = { count: replied.count, share: replied.count / total }
  return (
    <span className="flex flex-wrap gap-x-2 text-[0.8667rem] text-muted tabular-nums">
      {read > 0 && <span>{t('read', { share: read / total })}</span>}
      {read > 0 && replied.count > 0 && <span aria-hidden>·</span>}
      {replied.count > 0 && <span>{replied.isMore ? t('repliedMore', answered) : t('replied', answered)}</span>}
    </span>
  )
}

function To({ send }: { send: SendSummary }) {
  const t = useTranslations('sends')
  const phoneWords = usePhoneWords()
  return send.phone ? phoneWords(send.phone) : t('people', { count: send.recipientCount })
}

function Marks({ send }: { send: SendSummary }) {
  const t = useTranslations('sends')
  return (
    <>
      {send.isTest && <TestSendMark />}
      {send.followsHow && <Badge icon={<Forward aria-hidden />}>{t(`followMarks.${send.followsHow}`)}</Badge>}
      {send.isResend && <Badge icon={<RotateCw aria-hidden />}>{t('resendMark')}</Badge>}
      {send.gateway === 'sandbox' && <TestMark />}
    </>
  )
}

function FromTemplate({ send }: { send: SendSummary }) {
  if (!send.template) return null
  return (
    <span className="mt-0.5 flex min-w-0 items-center gap-1.5 text-[0.8667rem] text-muted">
      <LayoutTemplate aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">{send.template.name}</span>
    </span>
  )
}
