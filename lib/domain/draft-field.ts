import type { DraftRow, ListDraft } from './list-draft'
import type { LIMITS } from './list-message'

type Path = (string | number)[]

/** A text of a draft, called as its limit is. */
export type FieldName = Exclude<keyof typeof LIMITS, 'sections' | 'rows'>
export type DraftField = { name: FieldName; path: Path; text: string }

/** Every text of the draft with its path, in the order of the form. */
export function fieldsOf(draft: ListDraft): DraftField[] {
  return [
    { name: 'header', path: ['header'], text: draft.header },
    { name: 'body', path: ['body'], text: draft.body },
    { name: 'footer', path: ['footer'], text: draft.footer },
    { name: 'button', path: ['button'], text: draft.button },
    ...draft.sections.flatMap((section, s): DraftField[] => [
      { name: 'sectionTitle', path: ['sections', s, 'title'], text: section.title },
      ...section.rows.flatMap((row, r): DraftField[] => [
        { name: 'rowTitle', path: ['sections', s, 'rows', r, 'title'], text: row.title },
        { name: 'rowId', path: ['sections', s, 'rows', r, 'id'], text: row.id },
        { name: 'rowDescription', path: ['sections', s, 'rows', r, 'description'], text: row.description },
      ]),
    ]),
  ]
}

const ROW_FIELDS = { id: 'rowId', title: 'rowTitle', description: 'rowDescription' } as const
const TOP_FIELDS = ['header', 'body', 'footer', 'button'] as const

/** The section and row that a path leads to or through; null where it leads to neither, or they are gone. */
export const sectionAt = (draft: ListDraft, path: Path) =>
  path[0] === 'sections' && typeof path[1] === 'number' ? (draft.sections[path[1]] ?? null) : null
export const rowAt = (draft: ListDraft, path: Path): DraftRow | null =>
  typeof path[3] === 'number' ? (sectionAt(draft, path)?.rows[path[3]] ?? null) : null

/** The text that a path leads to, or null where it leads to none: to a list, or past the draft's end. */
export function fieldAt(draft: ListDraft, path: Path): DraftField | null {
  const top = TOP_FIELDS.find((name) => name === path[0])
  if (top) return { name: top, path, text: draft[top] }
  const last = path.at(-1)
  const row = rowAt(draft, path)
  if (row && (last === 'id' || last === 'title' || last === 'description')) {
    return { name: ROW_FIELDS[last], path, text: row[last] }
  }
  const section = path.length === 3 && last === 'title' ? sectionAt(draft, path) : null
  return section && { name: 'sectionTitle', path, text: section.title }
}

/** The draft with another row in the place of the one that the path leads to or through. */
export const withRow = (draft: ListDraft, path: Path, change: Partial<Omit<DraftRow, 'key'>>): ListDraft => ({
  ...draft,
  sections: draft.sections.map((section, s) =>
    s === path[1]
      ? { ...section, rows: section.rows.map((row, r) => (r === path[3] ? { ...row, ...change } : row)) }
      : section,
  ),
})

/** The draft with another text at that path; the very same draft where the text is as it was. */
export function withText(draft: ListDraft, path: Path, text: string): ListDraft {
  const field = fieldAt(draft, path)
  if (!field || field.text === text) return draft
  const last = path.at(-1)
  if (last === undefined) return draft
  if (path[0] !== 'sections') return { ...draft, [field.name]: text }
  if (field.name !== 'sectionTitle') return withRow(draft, path, { [last]: text })
  return {
    ...draft,
    sections: draft.sections.map((section, s) => (s === path[1] ? { ...section, title: text } : section)),
  }
}

export const isBlankRow = (row: DraftRow) => !row.title.trim() && !row.id.trim() && !row.description.trim()
