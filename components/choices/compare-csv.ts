import type { createTranslator, Messages } from 'next-intl'
import type { ChoiceBase, ChoiceReport } from '@/lib/domain/choice'
import { compareChoices } from '@/lib/domain/choice-compare'
import { BYTE_ORDER_MARK, csvSeparator, toCsvLine } from '@/lib/domain/csv-cell'

export type CompareCsvWords = {
  locale: string
  t: ReturnType<typeof createTranslator<Messages, 'choices.csv'>>
  verdict: ReturnType<typeof createTranslator<Messages, 'choices.compare.verdict'>>
}

const COLUMNS = [
  'id',
  'titleA',
  'titleB',
  'countA',
  'shareA',
  'countB',
  'shareB',
  'points',
  'low',
  'high',
  'verdict',
] as const

/** Two reports row by row, with the difference and its bounds in points. */
export function compareCsv(
  first: ChoiceReport,
  second: ChoiceReport,
  base: ChoiceBase,
  words: CompareCsvWords,
): string {
  const { locale, t, verdict: say } = words
  const separator = csvSeparator(locale)
  const points = (share: number | undefined) =>
    share === undefined ? '' : (share * 100).toLocaleString(locale, { maximumFractionDigits: 2, useGrouping: false })
  const rows = compareChoices(first, second, base).lines.map(({ rowId, first: a, second: b, difference, verdict }) => [
    rowId,
    a?.title ?? '',
    b?.title ?? '',
    String(a?.count ?? ''),
    points(a?.share?.share),
    String(b?.count ?? ''),
    points(b?.share?.share),
    points(difference?.difference),
    points(difference?.low),
    points(difference?.high),
    verdict.kind === 'first' || verdict.kind === 'second'
      ? say('more', { letter: verdict.kind === 'first' ? 'A' : 'B', from: verdict.from, to: verdict.to })
      : say(verdict.kind),
  ])
  const head = COLUMNS.map((column) => t(`compareColumns.${column}`, { base }))
  return BYTE_ORDER_MARK + [head, ...rows].map((cells) => toCsvLine(cells, separator)).join('')
}
