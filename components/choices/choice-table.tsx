'use client'

import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { RowActions } from '@/components/answer-people/row-actions'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { answerScopeOf, type ChoiceBase, type ChoiceReport, type ChoiceRow } from '@/lib/domain/choice'
import { choiceShare, positionEffect } from '@/lib/domain/choice-tally'
import { type ChoiceSort, nextSort, sortChoices } from './choice-sort'
import { useChoiceWords } from './choice-words'

/** Every row with its choices, to read and to sort. */
export function ChoiceTable({ report, base, toggle }: { report: ChoiceReport; base: ChoiceBase; toggle: ReactNode }) {
  const t = useTranslations('choices.table')
  const words = useChoiceWords()
  const [sort, setSort] = useState<ChoiceSort>({ by: 'count', isDown: true })
  const effect = positionEffect(report)
  const people = answerScopeOf(report.scope)
  const rows = sortChoices(report.rows, sort)
  const heads = { sort, onSort: (by: ChoiceSort['by']) => setSort(nextSort(sort, by)) }
  return (
    <Card aria-labelledby="choice-rows" className="@container min-w-0">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 pt-4 sm:px-5">
        <h2 id="choice-rows" className="font-semibold">
          {t('title')}
        </h2>
        {toggle}
      </header>
      <table className="mt-2 w-full text-left">
        <caption className="sr-only">{t('caption', { count: report.totals[base], base })}</caption>
        <thead className="text-[0.8667rem] text-muted">
          <tr className="border-b">
            <Head by="title" {...heads} className="pl-4 sm:pl-5">
              {t('row')}
            </Head>
            {report.sections.length > 1 && (
              <Head by="section" {...heads} className="@max-3xl:hidden">
                {t('section')}
              </Head>
            )}
            <Head by="place" {...heads} isEnd className="@max-2xl:hidden">
              {t('position')}
            </Head>
            <Head by="count" {...heads} isEnd>
              {t('choices')}
            </Head>
            <Head by="time" {...heads} isEnd className="@max-xl:hidden">
              {t('time')}
            </Head>
            {people && (
              <th scope="col" className="w-10">
                <span className="sr-only">{t('actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody className="divide-y">
          {rows.map((row) => {
            const share = choiceShare(row.count, report.totals, base)
            const time = row.medianSeconds === null ? t('noTime') : words.time(row.medianSeconds)
            const section = row.section === null ? null : report.sections[row.section]?.title
            return (
              <tr key={row.id}>
                <th scope="row" className="py-2.5 pr-3 pl-4 align-top font-normal sm:pl-5">
                  <RowName row={row} section={report.sections.length > 1 ? section : null} />
                </th>
                {report.sections.length > 1 && (
                  <td className="px-3 py-2.5 align-top text-muted @max-3xl:hidden">{section ?? t('none')}</td>
                )}
                <td className="px-3 py-2.5 text-right align-top text-muted tabular-nums @max-2xl:hidden">
                  {row.position === null ? t('none') : t('place', { place: row.position + 1 })}
                </td>
                <td className="px-3 py-2.5 text-right align-top whitespace-nowrap tabular-nums">
                  <span className="block font-medium">
                    {t('countAndShare', { count: row.count, share: words.share(share) })}
                  </span>
                  {share && <span className="block text-[0.8667rem] text-muted">{words.bounds(share)}</span>}
                  <span className="block text-[0.8667rem] text-muted @xl:hidden">{time}</span>
                </td>
                <td className="px-3 py-2.5 text-right align-top whitespace-nowrap tabular-nums @max-xl:hidden">
                  {time}
                </td>
                {people && (
                  <td className="py-1.5 pr-2 text-right align-top">
                    <RowActions scope={people} rowId={row.id} label={row.title} count={row.count} />
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
      <div className="grid gap-1.5 border-t px-4 py-3 text-[0.8667rem] text-muted sm:px-5">
        {effect && (
          <p className="text-text">
            {t('effect', { first: effect.first, share: words.percent(effect.share), even: words.percent(effect.even) })}
          </p>
        )}
        <p>{t('how')}</p>
      </div>
    </Card>
  )
}

/** What a row is called, and what tells it apart; what it was called before, and whether it is still there. */
export function RowName({
  row,
  section,
}: {
  row: Omit<ChoiceRow, 'count' | 'medianSeconds'>
  section?: string | null
}) {
  const t = useTranslations('choices.table')
  return (
    <span className="grid gap-0.5 wrap-anywhere">
      <span className="font-medium">{row.title}</span>
      {section && <span className="text-[0.8667rem] text-muted @3xl:hidden">{section}</span>}
      {row.description && <span className="text-[0.8667rem] text-muted">{row.description}</span>}
      {row.otherTitles.length > 0 && (
        <span className="text-[0.8667rem] text-muted">
          {t('alsoCalled', {
            names: row.otherTitles.slice(0, 4).join(' · '),
            more: Math.max(0, row.otherTitles.length - 4),
          })}
        </span>
      )}
      {row.position === null && <span className="text-[0.8667rem] text-warning">{t('gone')}</span>}
      <span className="font-mono text-[0.8rem] text-muted">{row.id}</span>
    </span>
  )
}

type HeadProps = {
  by: ChoiceSort['by']
  sort: ChoiceSort
  onSort: (by: ChoiceSort['by']) => void
  isEnd?: boolean
  className?: string
  children: ReactNode
}

function Head({ by, sort, onSort, isEnd = false, className, children }: HeadProps) {
  const isBy = sort.by === by
  const Arrow = isBy ? (sort.isDown ? ArrowDown : ArrowUp) : ChevronsUpDown
  return (
    <th
      scope="col"
      aria-sort={isBy ? (sort.isDown ? 'descending' : 'ascending') : undefined}
      className={cn('px-3 py-1', isEnd && 'text-right', className)}
    >
      <button
        type="button"
        onClick={() => onSort(by)}
        className={cn(
          '-mx-2 inline-flex items-center gap-1 rounded-md px-2 py-1.5 font-medium hover:bg-hover hover:text-text',
          isBy && 'text-text',
        )}
      >
        {children}
        <Arrow aria-hidden className={cn('size-3.5', !isBy && 'opacity-50')} />
      </button>
    </th>
  )
}
