import { matchDrafts, type Pair, type PlacedRow, type PlacedSection } from './draft-match'
import type { ListDraft } from './list-draft'
import type { FieldPath } from './list-edits'
import { draftFingerprint } from './list-template'

/** A section as words name it: by its title, else by its number, which counts from 1. */
export type SectionName = { title: string; number: number }
/** A row likewise. Its number counts within `section`. */
export type RowName = { title: string; number: number; section: SectionName }

export const DIFF_FIELDS = ['header', 'body', 'footer', 'button'] as const
export type DiffField = (typeof DIFF_FIELDS)[number]
/** What became of a text: `added` where there was none. */
export type TextChange = { how: 'added' | 'removed' | 'changed'; from: string; to: string }

type Change =
  | ({ kind: 'text'; field: DiffField } & TextChange)
  | { kind: 'sectionAdded' | 'sectionRemoved'; section: SectionName; rows: number }
  | ({ kind: 'sectionRenamed'; section: SectionName } & TextChange)
  | { kind: 'sectionMoved'; section: SectionName }
  | { kind: 'rowAdded' | 'rowRemoved' | 'rowMoved'; row: RowName }
  | { kind: 'rowMovedTo'; row: RowName; from: SectionName; to: SectionName }
  | ({ kind: 'rowRenamed' | 'rowDescription' | 'rowId'; row: RowName } & TextChange)

/** One difference between two drafts. `before` and `after` lead to where it is seen in each, if it is there. */
export type DraftChange = Change & { before: FieldPath | null; after: FieldPath | null }

/**
 * The places, in a sequence of numbers, that make up a longest rising part of it: what stayed in order while the others
 * moved.
 */
export function longestRising(numbers: readonly number[]): Set<number> {
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  numbers.forEach((number, i) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1
      else high = middle
    }
    previous[i] = ends[low - 1]
    ends[low] = i
  })
  const rising = new Set<number>()
  for (let i = ends.at(-1); i !== undefined; i = previous[i]) rising.add(i)
  return rising
}

/** Those of the pairs that left their place among the others; not those that made way. */
function movedOf<Item>(pairs: readonly Pair<Item>[], at: (item: Item) => number): Set<Pair<Item>> {
  const stayed = longestRising(pairs.map(({ before }) => at(before)))
  return new Set(pairs.filter((_, i) => !stayed.has(i)))
}

function textChange(from: string, to: string): TextChange | null {
  if (from === to) return null
  return { how: from.trim() ? (to.trim() ? 'changed' : 'removed') : to.trim() ? 'added' : 'changed', from, to }
}

const sectionName = ({ section, s }: PlacedSection): SectionName => ({ title: section.title, number: s + 1 })
const sectionPath = (item: PlacedSection): FieldPath => ['sections', item.s, 'title']
const rowPath = (item: PlacedRow, field: 'title' | 'description' | 'id' = 'title'): FieldPath => [
  'sections',
  item.s,
  'rows',
  item.r,
  field,
]

function sectionNameAt(draft: ListDraft, s: number): SectionName {
  return { title: draft.sections[s]?.title ?? '', number: s + 1 }
}
const rowName = (draft: ListDraft, { row, s, r }: PlacedRow): RowName => ({
  title: row.title,
  number: r + 1,
  section: sectionNameAt(draft, s),
})

function diffSection(pair: Pair<PlacedSection>, isMoved: boolean): DraftChange[] {
  const { before, after } = pair
  const paths = { before: sectionPath(before), after: sectionPath(after) }
  const title = textChange(before.section.title, after.section.title)
  return [
    ...(isMoved ? [{ kind: 'sectionMoved' as const, section: sectionName(after), ...paths }] : []),
    ...(title ? [{ kind: 'sectionRenamed' as const, section: sectionName(before), ...title, ...paths }] : []),
  ]
}

type Drafts = { before: ListDraft; after: ListDraft }

function diffRow(drafts: Drafts, pair: Pair<PlacedRow>, isElsewhere: boolean, isMoved: boolean): DraftChange[] {
  const { before, after } = pair
  const row = rowName(drafts.after, after)
  const changes: DraftChange[] = []
  const seen = { before: rowPath(before), after: rowPath(after) }
  if (isElsewhere) {
    const [from, to] = [sectionNameAt(drafts.before, before.s), row.section]
    changes.push({ kind: 'rowMovedTo', row, from, to, ...seen })
  } else if (isMoved) changes.push({ kind: 'rowMoved', row, ...seen })
  const title = textChange(before.row.title, after.row.title)
  if (title) changes.push({ kind: 'rowRenamed', row: rowName(drafts.before, before), ...title, ...seen })
  for (const [kind, field] of [
    ['rowDescription', 'description'],
    ['rowId', 'id'],
  ] as const) {
    const text = textChange(before.row[field], after.row[field])
    if (text) changes.push({ kind, row, ...text, before: rowPath(before, field), after: rowPath(after, field) })
  }
  return changes
}

/**
 * What changed from one draft to another, in the order of the second one's form; what was taken away stands last. Rows
 * that came or went with their section count there. Drafts that read the same have no changes, others at least one.
 */
export function diffDrafts(before: ListDraft, after: ListDraft): DraftChange[] {
  if (draftFingerprint(before) === draftFingerprint(after)) return []
  const drafts = { before, after }
  const match = matchDrafts(before, after)
  const changes: DraftChange[] = DIFF_FIELDS.flatMap((field) => {
    const text = textChange(before[field], after[field])
    return text ? [{ kind: 'text' as const, field, ...text, before: [field], after: [field] }] : []
  })

  const movedSections = movedOf(match.sections, ({ s }) => s)
  const pairOf = new Map(match.sections.map((pair) => [pair.after.s, pair]))
  const [gone, fresh] = [match.removedSections, match.addedSections].map((items) => new Set(items.map(({ s }) => s)))
  const countIn = (rows: PlacedRow[], s: number) => rows.filter((row) => row.s === s).length

  after.sections.forEach((section, s) => {
    const pair = pairOf.get(s)
    if (pair) changes.push(...diffSection(pair, movedSections.has(pair)))
    else {
      const placed = { section, s }
      const rows = countIn(match.addedRows, s)
      changes.push({
        kind: 'sectionAdded',
        section: sectionName(placed),
        rows,
        before: null,
        after: sectionPath(placed),
      })
    }
    const here = match.rows.filter((row) => row.after.s === s)
    const stayed = here.filter((row) => pair && row.before.s === pair.before.s)
    const moved = movedOf(stayed, ({ r }) => r)
    const isHome = new Set(stayed)
    for (const row of here) changes.push(...diffRow(drafts, row, !isHome.has(row), moved.has(row)))
    if (fresh?.has(s)) return
    for (const row of match.addedRows.filter((item) => item.s === s)) {
      changes.push({ kind: 'rowAdded', row: rowName(after, row), before: null, after: rowPath(row) })
    }
  })
  for (const item of match.removedSections) {
    const rows = countIn(match.removedRows, item.s)
    changes.push({ kind: 'sectionRemoved', section: sectionName(item), rows, before: sectionPath(item), after: null })
  }
  for (const row of match.removedRows.filter((item) => !gone?.has(item.s))) {
    changes.push({ kind: 'rowRemoved', row: rowName(before, row), before: rowPath(row), after: null })
  }
  return changes
}
