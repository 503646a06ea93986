import type { DraftRow, DraftSection, ListDraft } from './list-draft'
import type { Edit } from './list-edits'

/** A row that was taken away, and where it stood. */
export type LostRow = { row: DraftRow; sectionKey: string; at: number }
/** A section that was taken away, and where it stood. */
export type LostSection = { section: DraftSection; at: number }

export function lostRow(draft: ListDraft, s: number, r: number): LostRow | null {
  const section = draft.sections[s]
  const row = section?.rows[r]
  return section && row ? { row, sectionKey: section.key, at: r } : null
}

export function lostSection(draft: ListDraft, s: number): LostSection | null {
  const section = draft.sections[s]
  return section ? { section, at: s } : null
}

const insert = <T>(items: readonly T[], at: number, item: T): T[] => [...items.slice(0, at), item, ...items.slice(at)]

/**
 * Puts a row back where it stood; where its section is gone by now, at the end of the last one. What was edited in the
 * meantime stays. It may go past ten rows: that is a problem to be told, not a reason to lose words.
 */
export function restoreRow(draft: ListDraft, { row, sectionKey, at }: LostRow): Edit {
  const home = draft.sections.findIndex((section) => section.key === sectionKey)
  const s = home < 0 ? draft.sections.length - 1 : home
  const rows = draft.sections[s]?.rows
  if (!rows) return { draft, focus: ['sections', 0, 'title'] }
  const place = home < 0 ? rows.length : Math.min(at, rows.length)
  const sections = draft.sections.map((section, i) =>
    i === s ? { ...section, rows: insert(section.rows, place, row) } : section,
  )
  return { draft: { ...draft, sections }, focus: ['sections', s, 'rows', place, 'title'] }
}

const isBlank = ({ title, rows }: DraftSection) =>
  !title && rows.every((row) => !row.id && !row.title && !row.description)

/** Puts a section back where it stood. The blank one that was left in place of the last section makes room for it. */
export function restoreSection(draft: ListDraft, { section, at }: LostSection): Edit {
  const [only] = draft.sections
  const others = draft.sections.length === 1 && only && isBlank(only) ? [] : draft.sections
  const place = Math.min(at, others.length)
  return { draft: { ...draft, sections: insert(others, place, section) }, focus: ['sections', place, 'title'] }
}

/** Whether anything is written in it, so that taking it away deserves a way back. */
export const hasWords = (...texts: string[]): boolean => texts.some((text) => text.trim() !== '')
