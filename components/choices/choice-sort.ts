import type { ChoiceRow } from '@/lib/domain/choice'

export const CHOICE_SORTS = ['place', 'title', 'section', 'count', 'time'] as const
export type ChoiceSort = { by: (typeof CHOICE_SORTS)[number]; isDown: boolean }

/** What is pressed first: names and places from the beginning, numbers from the largest; then the other way round. */
export const nextSort = (now: ChoiceSort, by: ChoiceSort['by']): ChoiceSort =>
  now.by === by ? { by, isDown: !now.isDown } : { by, isDown: by === 'count' }

/** Rows that have no place or no time stand last, whichever way the others do. */
export function sortChoices(rows: readonly ChoiceRow[], { by, isDown }: ChoiceSort): ChoiceRow[] {
  const value = (row: ChoiceRow): string | number | null => {
    if (by === 'title') return row.title
    if (by === 'count') return row.count
    if (by === 'time') return row.medianSeconds
    return by === 'section' ? row.section : row.position
  }
  return rows
    .map((row, index) => ({ row, index, at: value(row) }))
    .sort((a, b) => {
      if (a.at === null || b.at === null) return Number(a.at === null) - Number(b.at === null) || a.index - b.index
      const order = typeof a.at === 'string' ? a.at.localeCompare(String(b.at), 'pt-BR') : a.at - Number(b.at)
      return (isDown ? -order : order) || a.index - b.index
    })
    .map(({ row }) => row)
}
