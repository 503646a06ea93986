import { fold } from './fold'
import type { DraftRow, DraftSection, ListDraft } from './list-draft'

/** A section or row with its place: `s` is the section's index, `r` the row's within it. */
export type PlacedSection = { section: DraftSection; s: number }
export type PlacedRow = { row: DraftRow; s: number; r: number }

/** The same thing in two drafts. */
export type Pair<Item> = { before: Item; after: Item }

/** What two drafts have in common, and what only one of them has. Each list in the order of its draft; pairs in that of the second. */
export type DraftMatch = {
  sections: Pair<PlacedSection>[]
  rows: Pair<PlacedRow>[]
  removedSections: PlacedSection[]
  addedSections: PlacedSection[]
  removedRows: PlacedRow[]
  addedRows: PlacedRow[]
}

/** Things of two drafts on their way to each other: what has found its like is in `pairs` and in neither rest. */
class Matching<Item> {
  readonly pairs: Pair<Item>[] = []
  readonly #taken = new Set<Item>()
  readonly #before: readonly Item[]
  readonly #after: readonly Item[]

  constructor(before: readonly Item[], after: readonly Item[]) {
    this.#before = before
    this.#after = after
  }

  rest(side: 'before' | 'after'): Item[] {
    return (side === 'before' ? this.#before : this.#after).filter((item) => !this.#taken.has(item))
  }

  join(before: Item, after: Item): void {
    if (this.#taken.has(before) || this.#taken.has(after)) return
    this.#taken.add(before).add(after)
    this.pairs.push({ before, after })
  }

  /** Joins what has the same mark: the first with the first, the second with the second. null is no mark. */
  joinBy(mark: (item: Item, side: 'before' | 'after') => string | null): void {
    const waiting = new Map<string, Item[]>()
    for (const item of this.rest('before').reverse()) {
      const key = mark(item, 'before')
      if (key !== null) waiting.set(key, [...(waiting.get(key) ?? []), item])
    }
    for (const item of this.rest('after')) {
      const key = mark(item, 'after')
      const before = key === null ? undefined : waiting.get(key)?.pop()
      if (before) this.join(before, item)
    }
  }
}

const ALIKE = 0.5

function pairsOfLetters(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (let i = 0; i < text.length - 1; i++) {
    const two = text.slice(i, i + 2)
    counts.set(two, (counts.get(two) ?? 0) + 1)
  }
  return counts
}

/** Whether one text looks like the other, reworded: at least half of their pairs of letters are the same (Dice). */
function isAlike(a: string, b: string): boolean {
  const [left, right] = [fold(a), fold(b)]
  if (left === right) return true
  if (left.length < 2 || right.length < 2) return false
  const counts = pairsOfLetters(left)
  let shared = 0
  for (const [two, count] of pairsOfLetters(right)) shared += Math.min(count, counts.get(two) ?? 0)
  return (2 * shared) / (left.length + right.length - 2) >= ALIKE
}

const isSameRow = (a: DraftRow, b: DraftRow) =>
  isAlike(a.title, b.title) || (a.description.trim() !== '' && fold(a.description) === fold(b.description))

const place = (draft: ListDraft) => draft.sections.map((section, s): PlacedSection => ({ section, s }))
const placeRows = (draft: ListDraft) =>
  draft.sections.flatMap((section, s) => section.rows.map((row, r): PlacedRow => ({ row, s, r })))

const mark = (...parts: (string | number)[]) => JSON.stringify(parts)

/** The section's number in the second draft, for the places of both. */
function homesOf(sections: Matching<PlacedSection>) {
  const homes = new Map(sections.pairs.map(({ before, after }) => [before.s, after.s]))
  return (s: number, side: 'before' | 'after') => (side === 'after' ? s : homes.get(s))
}

/** Sections that share the most rows are the same one. */
function joinByRows(sections: Matching<PlacedSection>, rows: Matching<PlacedRow>): void {
  const [before, after] = [sections.rest('before'), sections.rest('after')]
  const from = new Map(before.map((item) => [item.s, item]))
  const to = new Map(after.map((item) => [item.s, item]))
  const shared = new Map<string, { before: PlacedSection; after: PlacedSection; count: number }>()
  for (const pair of rows.pairs) {
    const [old, now] = [from.get(pair.before.s), to.get(pair.after.s)]
    if (!old || !now) continue
    const key = mark(old.s, now.s)
    const known = shared.get(key) ?? { before: old, after: now, count: 0 }
    shared.set(key, { ...known, count: known.count + 1 })
  }
  const far = ({ before, after }: Pair<PlacedSection>) => Math.abs(before.s - after.s)
  const low = ({ before, after }: Pair<PlacedSection>) => before.s + after.s
  const best = [...shared.values()].sort((a, b) => b.count - a.count || far(a) - far(b) || low(a) - low(b))
  for (const one of best) sections.join(one.before, one.after)
}

/** What stands in the same place and looks alike is the same, reworded. */
function joinByPlace<Item>(
  matching: Matching<Item>,
  at: (item: Item, side: 'before' | 'after') => string | null,
  isLike: (before: Item, after: Item) => boolean,
): void {
  const there = new Map(matching.rest('before').map((item) => [at(item, 'before'), item]))
  for (const item of matching.rest('after')) {
    const key = at(item, 'after')
    const before = key === null ? undefined : there.get(key)
    if (before && isLike(before, item)) matching.join(before, item)
  }
}

/**
 * Finds each section and row of one draft in another: by its key, which the editor keeps through every edit; where a list
 * came from elsewhere, by ID, by title, and last by a like text in the same place. A row that kept both ID and title is
 * that row, whatever its key says.
 */
export function matchDrafts(before: ListDraft, after: ListDraft): DraftMatch {
  const sections = new Matching(place(before), place(after))
  sections.joinBy(({ section }) => section.key)
  sections.joinBy(({ section }) => (section.title.trim() ? fold(section.title) : null))

  const rows = new Matching(placeRows(before), placeRows(after))
  rows.joinBy(({ row }) => mark(row.key, row.id))
  rows.joinBy(({ row }) => (row.id.trim() ? mark(row.id, row.title) : null))
  rows.joinBy(({ row }) => row.key)
  rows.joinBy(({ row }) => (row.id.trim() ? row.id : null))
  joinByRows(sections, rows)

  const home = homesOf(sections)
  const within = (s: number, side: 'before' | 'after', what: string | number) => {
    const own = home(s, side)
    return own === undefined ? null : mark(own, what)
  }
  rows.joinBy(({ row, s }, side) => (row.title.trim() ? within(s, side, fold(row.title)) : null))
  rows.joinBy(({ row }) => (row.title.trim() ? fold(row.title) : null))
  joinByRows(sections, rows)
  joinByPlace(
    sections,
    ({ s }) => String(s),
    (one, other) => isAlike(one.section.title, other.section.title),
  )
  const settled = homesOf(sections)
  joinByPlace(
    rows,
    ({ s, r }, side) => {
      const own = settled(s, side)
      return own === undefined ? null : mark(own, r)
    },
    (one, other) => isSameRow(one.row, other.row),
  )

  return {
    sections: sections.pairs.sort((a, b) => a.after.s - b.after.s),
    rows: rows.pairs.sort((a, b) => a.after.s - b.after.s || a.after.r - b.after.r),
    removedSections: sections.rest('before'),
    addedSections: sections.rest('after'),
    removedRows: rows.rest('before'),
    addedRows: rows.rest('after'),
  }
}
