import type { ChoiceBase, ChoiceReport, ChoiceRow, ChoiceSection, ChoiceTotals } from './choice'
import { type ShareInterval, shareInterval } from './choice-interval'
import type { ListMessage } from './list-message'

/** What was counted of one row ID, or of one section of the shown message. */
export type Counted = { count: number; medianSeconds: number | null }

const NOBODY: Counted = { count: 0, medianSeconds: null }

type Tally = Pick<ChoiceReport, 'rows' | 'sections' | 'isOrderStable'>

/**
 * The rows by their labels. A row that is in no message, as the provider may name one, is called by its ID.
 * @param messages newest first; the first is the one that is shown
 * @param byRow by row ID
 * @param bySection by the place of the section in the shown message
 */
export function tallyChoices(
  messages: readonly ListMessage[],
  byRow: ReadonlyMap<string, Counted>,
  bySection: ReadonlyMap<number, Counted>,
): Tally {
  const labels = labelsOf(messages)
  const shown = messages[0]?.sections ?? []
  let position = 0
  const rows: ChoiceRow[] = shown.flatMap((section, s) =>
    section.rows.map(({ id }) => toRow(id, labels, byRow, { section: s, position: position++ })),
  )
  const isShown = new Set(rows.map(({ id }) => id))
  const others = [...byRow]
    .filter(([id]) => !isShown.has(id))
    .map(([id]) => toRow(id, labels, byRow, { section: null, position: null }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
  const sections = shown.map(
    (section, s): ChoiceSection => ({ title: section.title ?? null, ...(bySection.get(s) ?? NOBODY) }),
  )
  const orders = new Set(messages.map((message) => JSON.stringify(rowIds(message))))
  return { rows: [...rows, ...others], sections, isOrderStable: orders.size === 1 }
}

const rowIds = (message: ListMessage) => message.sections.flatMap(({ rows }) => rows.map(({ id }) => id))

type Label = { title: string; description: string | null; otherTitles: string[] }

function labelsOf(messages: readonly ListMessage[]): Map<string, Label> {
  const labels = new Map<string, Label>()
  for (const { sections } of messages) {
    for (const { id, title, description } of sections.flatMap(({ rows }) => rows)) {
      const known = labels.get(id)
      if (!known) labels.set(id, { title, description: description ?? null, otherTitles: [] })
      else if (known.title !== title && !known.otherTitles.includes(title)) known.otherTitles.push(title)
    }
  }
  return labels
}

const toRow = (
  id: string,
  labels: ReadonlyMap<string, Label>,
  byRow: ReadonlyMap<string, Counted>,
  place: Pick<ChoiceRow, 'section' | 'position'>,
): ChoiceRow => ({
  id,
  ...(labels.get(id) ?? { title: id, description: null, otherTitles: [] }),
  ...place,
  ...(byRow.get(id) ?? NOBODY),
})

/** How many people the shares are of. */
export const baseOf = (totals: ChoiceTotals, base: ChoiceBase): number => totals[base]

/** A row's or a section's share; null where there is nobody to be a share of. */
export const choiceShare = (count: number, totals: ChoiceTotals, base: ChoiceBase): ShareInterval | null =>
  shareInterval(count, baseOf(totals, base))

/** How warm something is beside the warmest: 0 to 1. */
export const heatOf = (count: number, counts: readonly number[]): number => {
  const most = Math.max(...counts, 0)
  return most === 0 ? 0 : count / most
}

/** @property first so many rows, the upper third; @property share,even what they got and what an even split would give */
export type PositionEffect = { first: number; share: number; even: number }

const ROWS_FOR_POSITION = 4

/**
 * Whether the first rows got more than their share of the choices, beyond chance; else null. Whether that is their place
 * or their words no one order can tell.
 */
export function positionEffect({
  rows,
  isOrderStable,
}: Pick<ChoiceReport, 'rows' | 'isOrderStable'>): PositionEffect | null {
  const placed = rows.filter(({ position }) => position !== null)
  if (!isOrderStable || placed.length < ROWS_FOR_POSITION) return null
  const first = Math.ceil(placed.length / 3)
  const sum = (some: readonly ChoiceRow[]) => some.reduce((all, { count }) => all + count, 0)
  const even = first / placed.length
  const interval = shareInterval(sum(placed.slice(0, first)), sum(placed))
  return interval && interval.low > even ? { first, share: interval.share, even } : null
}
