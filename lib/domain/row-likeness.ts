import type { DraftRow, ListDraft } from './list-draft'
import { firstCharacters } from './text-cut'
import { sampleText } from './variables'

/**
 * How much of a row a narrow phone shows, in UTF-16 units. An estimate, not a measurement: of 320 points, margins and
 * the radio mark leave about 250; with the text at one and a half times its size a letter takes about 13, an ellipsis
 * one more, and a description has two lines of smaller letters.
 */
export const SEEN_ON_NARROW = { rowTitle: 18, rowDescription: 40 } as const

/** Two titles that read the same are one: spaces, capitals and the way an accent is stored do not tell rows apart. */
const titleKey = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

/** The same of a title as the phone shows it, with samples. */
export const shownTitleKey = (text: string) => titleKey(sampleText(text))

const seenKey = (row: DraftRow) =>
  JSON.stringify([
    titleKey(firstCharacters(row.title.trim(), SEEN_ON_NARROW.rowTitle)),
    titleKey(firstCharacters(row.description.trim(), SEEN_ON_NARROW.rowDescription)),
  ])

export type Likeness = {
  code: 'equalTitles' | 'lookAlike'
  path: (string | number)[]
  /** The title of the row above that it is like. */
  title: string
}

/** The rows that have a title from above them, or that a narrow phone shows just as one above: title and description. */
export function findLikenesses(draft: ListDraft): Likeness[] {
  const byTitle = new Map<string, string>()
  const bySeen = new Map<string, string>()
  const found: Likeness[] = []
  draft.sections.forEach((section, s) => {
    section.rows.forEach((row, r) => {
      if (!row.title.trim()) return
      const path = ['sections', s, 'rows', r, 'title']
      const key = titleKey(row.title)
      const seen = seenKey(row)
      const equal = byTitle.get(key)
      const alike = bySeen.get(seen)
      if (equal !== undefined) found.push({ code: 'equalTitles', path, title: equal })
      else if (alike !== undefined) found.push({ code: 'lookAlike', path, title: alike })
      if (equal === undefined) byTitle.set(key, row.title.trim())
      if (alike === undefined) bySeen.set(seen, row.title.trim())
    })
  })
  return found
}
