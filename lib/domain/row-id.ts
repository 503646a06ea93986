import { fold } from './fold'
import type { ListDraft } from './list-draft'
import { LIMITS } from './list-message'

/** Readable beats long: an ID made from a title stops here, suffix included. */
const MADE_ID_LENGTH = 40

/** What a title without one Latin letter or digit becomes ("🔥"): an empty ID could never be sent. */
const NAMELESS = 'opcao'

const firstFree = (stem: string, taken: ReadonlySet<string>, max: number, from = 2) => {
  for (let n = from; ; n++) {
    const suffix = `_${n}`
    // A character of two units is not cut in half: what is left could be neither stored nor sent.
    const id = stem.slice(0, max - suffix.length).replace(/[\ud800-\udbff]$/, '') + suffix
    if (!taken.has(id)) return id
  }
}

/**
 * A row's ID from its title: "Opção única!" gives `opcao_unica`. Only a-z, 0-9 and _, at most 40 characters,
 * made unique by _2, _3… A blank title gives ''.
 */
export function rowIdFrom(title: string, taken: Iterable<string>): string {
  if (!title.trim()) return ''
  const slug = fold(title)
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, MADE_ID_LENGTH)
    .replace(/^_+|_+$/g, '')
  const stem = slug || NAMELESS
  const others = new Set(taken)
  return others.has(stem) ? firstFree(stem, others, MADE_ID_LENGTH) : stem
}

/**
 * The ID of a row's copy: `x` gives `x_2`, and a copy of that copy `x_3`. An empty ID stays empty.
 * At most as long as WhatsApp takes.
 */
export function copyRowId(id: string, taken: Iterable<string>): string {
  if (!id.trim()) return id
  const others = new Set(taken)
  if (!others.has(id)) return id
  const [, stem, number] = /^(.+)_(\d{1,3})$/.exec(id) ?? []
  // "promo_2024" is a name of its own; "promo_2" is a copy only where "promo" is there too.
  return stem && number && others.has(stem)
    ? firstFree(stem, others, LIMITS.rowId, Number(number) + 1)
    : firstFree(id, others, LIMITS.rowId)
}

/** Every row ID in use in the draft, empty ones left out. */
export const rowIdsOf = (draft: ListDraft): string[] =>
  draft.sections.flatMap((section) => section.rows.map((row) => row.id)).filter(Boolean)

/**
 * Gives the row an ID made from its title, if it has none yet: called when its title field is left.
 * An ID that is there is never touched, so renaming a row keeps the answers to it comparable.
 */
export function fillRowId(draft: ListDraft, s: number, r: number): ListDraft {
  const row = draft.sections[s]?.rows[r]
  if (!row || row.id.trim() || !row.title.trim()) return draft
  const filled = { ...row, id: rowIdFrom(row.title, rowIdsOf(draft)) }
  return {
    ...draft,
    sections: draft.sections.map((section, i) =>
      i === s ? { ...section, rows: section.rows.map((other, j) => (j === r ? filled : other)) } : section,
    ),
  }
}
