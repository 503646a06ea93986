import type { DraftRow } from './list-draft'
import { LIMITS } from './list-message'
import { partAtSpace } from './text-cut'
import { sampleText } from './variables'

/** Between what came out of the title and what the description already said. */
const JOINT = ' · '

/**
 * A row whose title is too long, with the title's last words at the head of its description: "Smartphone X de 128 GB
 * azul" and "R$ 1.999,00" become "Smartphone X de 128 GB" and "azul · R$ 1.999,00". Null where that cannot be: the
 * title fits, has no space to part at, or the description has no room.
 */
export function overflowToDescription(row: DraftRow): Pick<DraftRow, 'title' | 'description'> | null {
  if (sampleText(row.title.trim()).length <= LIMITS.rowTitle) return null
  const parts = partAtSpace(row.title, LIMITS.rowTitle)
  if (!parts) return null
  const said = row.description.trim()
  const description = said ? parts.rest + JOINT + said : parts.rest
  return sampleText(description).length <= LIMITS.rowDescription ? { title: parts.head, description } : null
}
