import type { createTranslator, Messages, NamespaceKeys, NestedKeyOf } from 'next-intl'
import { BYTE_ORDER_MARK, csvSeparator, toCsvLine } from '@/lib/domain/csv-cell'
import type { RecipientRowView, VerdictDetail } from '@/lib/domain/recipient-verdict'

type Translate<Of extends NamespaceKeys<Messages, NestedKeyOf<Messages>>> = ReturnType<
  typeof createTranslator<Messages, Of>
>

/** What writes the file, in the person's language. */
export type CsvWords = {
  locale: string
  t: Translate<'newSend'>
  problems: Translate<'problems'>
  names: Translate<'variables.names'>
  when: (at: string) => string
}

/** The lines that a Send leaves out as a CSV file: their number, all they held, and why. */
export function leftOutCsv(
  { locale, t, problems: field, names, when }: CsvWords,
  columns: string[],
): { head: string; line: (row: RecipientRowView) => string } {
  const separator = csvSeparator(locale)
  const placeOf = (path: (string | number)[]) => {
    const [, section, , row] = path
    if (typeof section !== 'number') return null
    return typeof row === 'number'
      ? field('row', { section: section + 1, row: row + 1 })
      : field('section', { section: section + 1 })
  }
  const noteOf = (detail: VerdictDetail): string => {
    switch (detail.of) {
      case 'invalid':
        return t(`rows.rejections.${detail.reason}`)
      case 'variableMissing':
        return t(`rows.values.${detail.why}`, { variable: names(detail.variable) })
      case 'tooLong': {
        const { over, max, path } = detail
        const where = [placeOf(path), field(`field.${detail.field}`)].filter((part) => part !== null).join(', ')
        return t('rows.tooLong', { where, variable: names(detail.variable), over, max })
      }
      case 'duplicate':
        return t('rows.duplicate', { line: detail.line })
      case 'repeated':
        return t('rows.repeated', { when: when(detail.at) })
      case 'optedOut':
        return t('rows.optedOut', { when: when(detail.at) })
    }
  }
  const why = ({ verdict, detail, windowClosesAt }: RecipientRowView): string => {
    if (!verdict) return ''
    const note = detail
      ? noteOf(detail)
      : verdict === 'closed' && windowClosesAt && t('rows.closedAt', { when: when(windowClosesAt) })
    return [t(`review.verdicts.${verdict}`), note].filter(Boolean).join(': ')
  }

  const toLine = (number: string, cells: string[], note: string) =>
    toCsvLine([number, ...columns.map((_, column) => cells[column] ?? ''), note], separator)
  return {
    head: BYTE_ORDER_MARK + toLine(t('review.columns.line'), columns, t('review.columns.why')),
    line: (row) => toLine(String(row.line), row.cells, why(row)),
  }
}
