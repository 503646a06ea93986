import { type DraftSection, type ListDraft, newKey, newRow, newSection } from './list-draft'
import { LIMITS } from './list-message'
import { countRows, roomForRows } from './list-problems'
import { copyRowId, rowIdsOf } from './row-id'

/** The way to a field of a draft, as problems and forms write it: `['sections', 0, 'rows', 2, 'title']`. */
export type FieldPath = (string | number)[]

/**
 * What an edit leaves: the new draft, and the field where one would go on typing. An edit that cannot be made (an index
 * out of range, a move past the message's end) leaves the very same draft. Nothing is mutated; untouched parts keep
 * their identity.
 */
export type Edit = { draft: ListDraft; focus: FieldPath }

/** Where a row stands: the index of its section, and its own in there. */
export type RowPlace = { s: number; r: number }

export type BlockReason = 'tooManyRows' | 'tooManySections'

const sectionTitle = (s: number): FieldPath => ['sections', s, 'title']
const rowTitle = (s: number, r: number): FieldPath => ['sections', s, 'rows', r, 'title']

const withSections = (draft: ListDraft, sections: DraftSection[]): ListDraft => ({ ...draft, sections })

const withRows = (draft: ListDraft, s: number, rows: DraftSection['rows']): ListDraft =>
  withSections(
    draft,
    draft.sections.map((section, i) => (i === s ? { ...section, rows } : section)),
  )

const insert = <T>(items: readonly T[], at: number, item: T): T[] => [...items.slice(0, at), item, ...items.slice(at)]
const without = <T>(items: readonly T[], at: number): T[] => items.filter((_, i) => i !== at)

/** Why no row can be added, or null when one can. */
export const addRowBlock = (draft: ListDraft): BlockReason | null => (roomForRows(draft) > 0 ? null : 'tooManyRows')

/** Why no section can be added, or null when one can. Ten rows do not stand in the way: rows can be moved into it. */
export const addSectionBlock = (draft: ListDraft): BlockReason | null =>
  draft.sections.length < LIMITS.sections ? null : 'tooManySections'

/** Why the section cannot be duplicated: its copy brings its rows along. */
export function duplicateSectionBlock(draft: ListDraft, s: number): BlockReason | null {
  if (addSectionBlock(draft)) return 'tooManySections'
  return countRows(draft) + (draft.sections[s]?.rows.length ?? 0) > LIMITS.rows ? 'tooManyRows' : null
}

/** A new section at the end, with a first row where there is room for one, else empty to move rows into. */
export function addSection(draft: ListDraft): Edit {
  const section = newSection(roomForRows(draft) > 0 ? {} : { rows: [] })
  return {
    draft: withSections(draft, [...draft.sections, section]),
    focus: sectionTitle(draft.sections.length),
  }
}

/** Takes a section and its rows away. The last one leaves a blank one behind, so that there is always where to type. */
export function removeSection(draft: ListDraft, s: number): Edit {
  if (!draft.sections[s]) return { draft, focus: sectionTitle(s) }
  const left = without(draft.sections, s)
  return {
    draft: withSections(draft, left.length ? left : [newSection()]),
    focus: sectionTitle(Math.max(0, Math.min(s, left.length - 1))),
  }
}

/** A copy of the section right after it; its rows get keys and IDs of their own. */
export function duplicateSection(draft: ListDraft, s: number): Edit {
  const section = draft.sections[s]
  if (!section) return { draft, focus: sectionTitle(s) }
  const taken = rowIdsOf(draft)
  const rows = section.rows.map((row) => {
    const id = copyRowId(row.id, taken)
    taken.push(id)
    return { ...row, key: newKey(), id }
  })
  return {
    draft: withSections(draft, insert(draft.sections, s + 1, { ...section, key: newKey(), rows })),
    focus: sectionTitle(s + 1),
  }
}

/** Swaps the section with its neighbour above (-1) or below (1). */
export function moveSection(draft: ListDraft, s: number, by: -1 | 1): Edit {
  const section = draft.sections[s]
  if (!section || !draft.sections[s + by]) return { draft, focus: sectionTitle(s) }
  return {
    draft: withSections(draft, insert(without(draft.sections, s), s + by, section)),
    focus: sectionTitle(s + by),
  }
}

/** Puts the section where another one is now; those between make way. */
export function placeSection(draft: ListDraft, from: number, to: number): Edit {
  const section = draft.sections[from]
  if (!section || !draft.sections[to] || from === to) return { draft, focus: sectionTitle(from) }
  return { draft: withSections(draft, insert(without(draft.sections, from), to, section)), focus: sectionTitle(to) }
}

/** A new row in the section, at the given place or at its end. */
export function addRow(draft: ListDraft, s: number, at?: number): Edit {
  const section = draft.sections[s]
  if (!section) return { draft, focus: sectionTitle(s) }
  const place = Math.max(0, Math.min(at ?? section.rows.length, section.rows.length))
  return { draft: withRows(draft, s, insert(section.rows, place, newRow())), focus: rowTitle(s, place) }
}

/** Takes a row away. Focus goes to the row that took its place, else to the one before, else to the section's title. */
export function removeRow(draft: ListDraft, s: number, r: number): Edit {
  const section = draft.sections[s]
  if (!section?.rows[r]) return { draft, focus: sectionTitle(s) }
  const left = without(section.rows, r)
  return {
    draft: withRows(draft, s, left),
    focus: left.length ? rowTitle(s, Math.min(r, left.length - 1)) : sectionTitle(s),
  }
}

/** A copy of the row right after it, with a key and an ID of its own. */
export function duplicateRow(draft: ListDraft, s: number, r: number): Edit {
  const section = draft.sections[s]
  const row = section?.rows[r]
  if (!section || !row) return { draft, focus: sectionTitle(s) }
  const copy = { ...row, key: newKey(), id: copyRowId(row.id, rowIdsOf(draft)) }
  return { draft: withRows(draft, s, insert(section.rows, r + 1, copy)), focus: rowTitle(s, r + 1) }
}

/** Moves a row up (-1) or down (1). Past its section's edge it goes over into the neighbour section. */
export function moveRow(draft: ListDraft, s: number, r: number, by: -1 | 1): Edit {
  const section = draft.sections[s]
  const row = section?.rows[r]
  if (!section || !row) return { draft, focus: sectionTitle(s) }
  if (section.rows[r + by]) {
    return { draft: withRows(draft, s, insert(without(section.rows, r), r + by, row)), focus: rowTitle(s, r + by) }
  }
  const neighbour = draft.sections[s + by]
  return neighbour ? moveAcross(draft, s, r, s + by, by === 1 ? 0 : neighbour.rows.length) : stay(draft, s, r)
}

/** Moves a row to the end of another section. */
export function moveRowToSection(draft: ListDraft, s: number, r: number, target: number): Edit {
  const to = draft.sections[target]
  return to && target !== s ? moveAcross(draft, s, r, target, to.rows.length) : stay(draft, s, r)
}

/** Puts a row at a place of its own or another section; within its own, `to.r` counts without it. */
export function placeRow(draft: ListDraft, from: RowPlace, to: RowPlace): Edit {
  const section = draft.sections[from.s]
  const row = section?.rows[from.r]
  const target = draft.sections[to.s]
  if (!section || !row || !target) return stay(draft, from.s, from.r)
  if (from.s !== to.s) {
    const isPlace = target.rows[to.r] || to.r === target.rows.length
    return isPlace ? moveAcross(draft, from.s, from.r, to.s, to.r) : stay(draft, from.s, from.r)
  }
  if (!section.rows[to.r] || from.r === to.r) return stay(draft, from.s, from.r)
  return {
    draft: withRows(draft, from.s, insert(without(section.rows, from.r), to.r, row)),
    focus: rowTitle(to.s, to.r),
  }
}

const stay = (draft: ListDraft, s: number, r: number): Edit => ({ draft, focus: rowTitle(s, r) })

function moveAcross(draft: ListDraft, s: number, r: number, target: number, at: number): Edit {
  const row = draft.sections[s]?.rows[r]
  if (!row) return { draft, focus: sectionTitle(s) }
  const sections = draft.sections.map((section, i) => {
    if (i === s) return { ...section, rows: without(section.rows, r) }
    return i === target ? { ...section, rows: insert(section.rows, at, row) } : section
  })
  return { draft: withSections(draft, sections), focus: rowTitle(target, at) }
}
