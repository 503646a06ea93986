import { type DraftRow, type ListDraft, newRow } from './list-draft'
import type { Edit } from './list-edits'
import { LIMITS } from './list-message'
import { countRows } from './list-problems'
import { rowIdFrom, rowIdsOf } from './row-id'
import type { TextRow } from './rows-text'

/** Rows to be put at a row: in its place, `replaces`, or after it. */
export type RowsPaste = { s: number; r: number; rows: TextRow[]; replaces: boolean }

/** How many of the pasted rows the message still takes. */
export const roomForPaste = (draft: ListDraft, { rows, replaces }: RowsPaste): number =>
  Math.min(rows.length, Math.max(0, LIMITS.rows - countRows(draft) + (replaces ? 1 : 0)))

const withRows = (draft: ListDraft, s: number, change: (rows: DraftRow[]) => DraftRow[]): ListDraft => ({
  ...draft,
  sections: draft.sections.map((section, i) => (i === s ? { ...section, rows: change(section.rows) } : section)),
})

/**
 * Puts the rows there, each with an ID of its own: the one that was pasted, else the one that the replaced row had,
 * else one from its title. `undo` takes away those rows alone, and leaves what was edited since.
 */
export function pasteRows(draft: ListDraft, { s, r, rows, replaces }: RowsPaste) {
  const target = draft.sections[s]?.rows[r]
  if (!target || !rows.length) return { edit: { draft, focus: ['sections', s, 'title'] } satisfies Edit, undo: null }

  const taken = [...rowIdsOf(draft), ...rows.map((row) => row.id).filter(Boolean)]
  const identify = (row: DraftRow): DraftRow => {
    if (row.id.trim() || !row.title.trim()) return row
    const id = rowIdFrom(row.title, taken)
    taken.push(id)
    return { ...row, id }
  }
  const made = rows.map((row, i) =>
    identify(
      i === 0 && replaces
        ? {
            ...target,
            title: row.title,
            description: row.description || target.description,
            id: row.id || target.id,
          }
        : newRow(row),
    ),
  )
  const at = replaces ? r : r + 1
  const edit: Edit = {
    draft: withRows(draft, s, (before) => before.toSpliced(at, replaces ? 1 : 0, ...made)),
    focus: ['sections', s, 'rows', at + made.length - 1, 'title'],
  }

  const added = new Set(made.map((row) => row.key).filter((key) => key !== target.key))
  const undo = (now: ListDraft): Edit => ({
    draft: {
      ...now,
      sections: now.sections.map((section) => ({
        ...section,
        rows: section.rows
          .filter((row) => !added.has(row.key))
          .map((row) => (replaces && row.key === target.key ? target : row)),
      })),
    },
    focus: ['sections', s, 'rows', r, 'title'],
  })
  return { edit, undo }
}
