'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import type { ChoiceBase, ChoiceReport } from '@/lib/domain/choice'
import { type ComparedLine, type ComparedRow, type Comparison, compareChoices } from '@/lib/domain/choice-compare'
import { SMALL_SAMPLE } from '@/lib/domain/choice-interval'
import { BaseToggle } from './base-toggle'
import { ChoicePhone } from './choice-phone'
import { useChoiceWords } from './choice-words'
import { DifferenceBar } from './difference-bar'
import { useReportName } from './report-name'

type ChoiceCompareProps = {
  first: ChoiceReport
  second: ChoiceReport
  base: ChoiceBase
  onBase: (base: ChoiceBase) => void
}

/** Two of them side by side: what differs beyond doubt, and what does not. */
export function ChoiceCompare({ first, second, base, onBase }: ChoiceCompareProps) {
  const t = useTranslations('choices.compare')
  const name = useReportName()
  const comparison = compareChoices(first, second, base)
  const sides = [
    { letter: 'A', report: first },
    { letter: 'B', report: second },
  ] as const
  return (
    <div className="grid items-start gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,41rem)]">
      <div className="grid min-w-0 gap-5 xl:sticky xl:top-6">
        <Verdict comparison={comparison} first={first} second={second} base={base} />
        <CompareTable comparison={comparison} base={base} onBase={onBase} />
      </div>
      <div className="grid min-w-0 gap-x-5 gap-y-8 sm:grid-cols-2">
        {sides.map(({ letter, report }) => (
          <div key={letter} className="grid min-w-0 content-start gap-3">
            <h2 className="grid justify-items-center gap-0.5 text-center">
              <span className="flex items-center gap-2 font-semibold">
                <Letter>{letter}</Letter>
                {name(report).title}
              </span>
              <span className="text-[0.8667rem] text-muted">{name(report).detail}</span>
            </h2>
            <ChoicePhone
              report={report}
              base={base}
              label={t('phone', { letter })}
              fileName={`escolhas-${letter.toLowerCase()}`}
            />
          </div>
        ))}
      </div>
    </div>
  )
}

export const Letter = ({ children }: { children: string }) => (
  <span className="grid size-6 shrink-0 place-items-center rounded-md bg-accent-soft text-[0.8667rem] font-semibold text-accent">
    {children}
  </span>
)

type VerdictProps = { comparison: Comparison; first: ChoiceReport; second: ChoiceReport; base: ChoiceBase }

function Verdict({ comparison: { answering, small }, first, second, base }: VerdictProps) {
  const t = useTranslations('choices.compare')
  const words = useChoiceWords()
  const verdictWords = useVerdictWords()
  const sides = [
    ['A', first, small.first],
    ['B', second, small.second],
  ] as const
  return (
    <Card aria-labelledby="compare-answers" className="grid gap-3 p-4 sm:p-5">
      <h2 id="compare-answers" className="font-semibold">
        {t('answering')}
      </h2>
      <dl className="grid gap-2 sm:grid-cols-2">
        {sides.map(([letter, { totals }]) => (
          <div key={letter} className="flex items-center gap-2.5">
            <dt>
              <Letter>{letter}</Letter>
            </dt>
            <dd>
              <span className="text-lg font-semibold tabular-nums">
                {totals.got > 0 ? words.percent(totals.chose / totals.got) : t('nothing')}
              </span>{' '}
              <span className="text-muted tabular-nums">
                {t('choseOfGot', { chose: totals.chose, got: totals.got })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="font-medium">{verdictWords(answering.verdict)}</p>
      {sides.map(
        ([letter, { totals }, isSmall]) =>
          isSmall && (
            <p key={letter} className="flex items-start gap-2 text-[0.9333rem] text-warning">
              <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
              {t('small', { letter, count: totals[base], base, enough: SMALL_SAMPLE })}
            </p>
          ),
      )}
    </Card>
  )
}

/** The scale's ends, in points: wide enough for every interval, and never so narrow that noise looks large. */
function reachOf(lines: readonly ComparedLine[]): number {
  const ends = lines.flatMap(({ difference }) =>
    difference ? [Math.abs(difference.low), Math.abs(difference.high)] : [],
  )
  return Math.max(0.1, Math.ceil(Math.max(0, ...ends) * 20) / 20)
}

type CompareTableProps = Pick<ChoiceCompareProps, 'base' | 'onBase'> & { comparison: Comparison }

function CompareTable({ comparison: { lines, together }, base, onBase }: CompareTableProps) {
  const t = useTranslations('choices.compare')
  const words = useChoiceWords()
  const verdictWords = useVerdictWords()
  const reach = reachOf(lines)
  return (
    <Card aria-labelledby="compare-rows" className="@container min-w-0">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 pt-4 sm:px-5">
        <h2 id="compare-rows" className="font-semibold">
          {t('rows')}
        </h2>
        <BaseToggle base={base} onChange={onBase} />
      </header>
      <table className="mt-2 w-full text-left">
        <caption className="sr-only">{t('caption', { base })}</caption>
        <thead className="text-[0.8667rem] text-muted">
          <tr className="border-b">
            <th scope="col" className="py-2 pr-3 pl-4 font-medium sm:pl-5">
              {t('row')}
            </th>
            {(['A', 'B'] as const).map((letter) => (
              <th key={letter} scope="col" className="px-2 py-2 text-right font-medium">
                {letter}
              </th>
            ))}
            <th scope="col" className="px-3 py-2 font-medium @max-xl:hidden sm:pr-5">
              <span className="flex justify-between gap-2">
                <span className="tabular-nums">{t('moreOfB', { points: Math.round(reach * 100) })}</span>
                <span className="tabular-nums">{t('moreOfA', { points: Math.round(reach * 100) })}</span>
              </span>
              <span className="sr-only">{t('difference')}</span>
            </th>
          </tr>
        </thead>
        <tbody className="divide-y">
          {lines.map((line) => {
            const isSeen = line.verdict.kind === 'first' || line.verdict.kind === 'second'
            const said = verdictWords(line.verdict)
            const row = line.first ?? line.second
            const renamed = line.first && line.second && line.first.title !== line.second.title
            return (
              <tr key={line.rowId}>
                <th scope="row" className="py-2.5 pr-3 pl-4 align-top font-normal wrap-anywhere sm:pl-5">
                  <span className="block font-medium">{row?.title}</span>
                  {renamed && (
                    <span className="block text-[0.8667rem] text-muted">
                      {t('renamed', { title: line.second?.title ?? '' })}
                    </span>
                  )}
                  <span className="block font-mono text-[0.8rem] text-muted">{line.rowId}</span>
                  <span className={cn('mt-1 block text-[0.8667rem] @xl:hidden', isSeen ? 'font-medium' : 'text-muted')}>
                    {said}
                  </span>
                </th>
                <Side row={line.first} />
                <Side row={line.second} />
                <td className="px-3 py-2.5 align-top @max-xl:hidden sm:pr-5">
                  {line.difference && <DifferenceBar interval={line.difference} reach={reach} isSeen={isSeen} />}
                  <span className={cn('mt-1 block text-[0.8667rem]', isSeen ? 'font-medium' : 'text-muted')}>
                    {said}
                    {line.difference && (
                      <span className="sr-only">
                        {t('boundsSaid', {
                          low: words.points(line.difference.low),
                          high: words.points(line.difference.high),
                        })}
                      </span>
                    )}
                  </span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <div className="grid gap-1.5 border-t px-4 py-3 text-[0.8667rem] text-muted sm:px-5">
        <p>{t('how', { count: together })}</p>
        <p>{t('fair')}</p>
      </div>
    </Card>
  )
}

function Side({ row }: { row: ComparedRow | null }) {
  const t = useTranslations('choices.compare')
  const words = useChoiceWords()
  return (
    <td className="px-2 py-2.5 text-right align-top whitespace-nowrap tabular-nums">
      {row ? (
        <>
          <span className="block font-medium">{words.share(row.share)}</span>
          <span className="block text-[0.8667rem] text-muted">{words.number(row.count)}</span>
        </>
      ) : (
        <span className="text-muted">{t('notThere')}</span>
      )}
    </td>
  )
}

function useVerdictWords() {
  const t = useTranslations('choices.compare.verdict')
  return (verdict: ComparedLine['verdict']): string =>
    verdict.kind === 'first' || verdict.kind === 'second'
      ? t('more', { letter: verdict.kind === 'first' ? 'A' : 'B', from: verdict.from, to: verdict.to })
      : t(verdict.kind)
}
