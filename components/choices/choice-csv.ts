import type { createTranslator, Messages } from 'next-intl'
import type { ChoiceReport } from '@/lib/domain/choice'
import type { ShareInterval } from '@/lib/domain/choice-interval'
import { choiceShare } from '@/lib/domain/choice-tally'
import { BYTE_ORDER_MARK, csvSeparator, toCsvLine } from '@/lib/domain/csv-cell'

export type CsvWords = { locale: string; t: ReturnType<typeof createTranslator<Messages, 'choices.csv'>> }

const COLUMNS = [
  'id',
  'title',
  'description',
  'otherTitles',
  'section',
  'position',
  'choices',
  'shareReplied',
  'lowReplied',
  'highReplied',
  'shareGot',
  'lowGot',
  'highGot',
  'time',
] as const
const TYPED_COLUMNS = ['text', 'times', 'people', 'what', 'rows'] as const

/** The report as a spreadsheet takes it: the rows with both shares and their bounds, the figures, the typed answers. */
export function choiceCsv(report: ChoiceReport, { locale, t }: CsvWords): string {
  const separator = csvSeparator(locale)
  const line = (...cells: (string | number | null)[]) =>
    toCsvLine(
      cells.map((cell) => (cell === null ? '' : String(cell))),
      separator,
    )
  // As the language of the spreadsheet writes it: 38,2.
  const points = (share: number | undefined) =>
    share === undefined ? '' : (share * 100).toLocaleString(locale, { maximumFractionDigits: 2, useGrouping: false })
  const bounds = (interval: ShareInterval | null) => [
    points(interval?.share),
    points(interval?.low),
    points(interval?.high),
  ]
  const { totals } = report

  const rows = report.rows.map((row) =>
    line(
      row.id,
      row.title,
      row.description,
      row.otherTitles.join(' | '),
      row.section === null ? null : (report.sections[row.section]?.title ?? null),
      row.position === null ? null : row.position + 1,
      row.count,
      ...bounds(choiceShare(row.count, totals, 'replied')),
      ...bounds(choiceShare(row.count, totals, 'got')),
      row.medianSeconds === null ? null : Math.round(row.medianSeconds),
    ),
  )
  const figures = (['recipients', 'got', 'read', 'replied', 'chose', 'typed', 'readOnly'] as const).map((name) =>
    line(t(`totals.${name}`), totals[name]),
  )
  const titles = new Map(report.rows.map(({ id, title }) => [id, title]))
  const typed = report.typed.groups.map(({ text, count, people, match }) => {
    const rowIds = match.kind === 'row' ? [match.rowId] : match.kind === 'several' ? match.rowIds : []
    return line(text, count, people, t(`match.${match.kind}`), rowIds.map((id) => titles.get(id) ?? id).join(' | '))
  })
  return [
    BYTE_ORDER_MARK,
    line(...COLUMNS.map((column) => t(`columns.${column}`))),
    ...rows,
    line(),
    line(t('figure'), t('people')),
    ...figures,
    ...(typed.length > 0
      ? [line(), line(...TYPED_COLUMNS.map((column) => t(`typedColumns.${column}`))), ...typed]
      : []),
  ].join('')
}
