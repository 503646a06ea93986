import * as z from 'zod/mini'
import { templateNameSchema } from './list-template'
import type { PersonView } from './send-view'
import { type LibraryEntry, libraryEntrySchema } from './template-library-file'
import { acknowledgedRowIdsSchema, versionNumberSchema } from './template-version'

/** A saved list that an entry of a file is, or may be meant to be. */
export type LibraryMatch = {
  id: string
  name: string
  version: number
  savedAt: string
  savedBy: PersonView | null
  isArchived: boolean
  /** `copy`: saved from this very entry before, under the name of a copy. */
  by: 'id' | 'name' | 'copy'
  isSame: boolean
  /** The IDs, sent before, that putting the entry in its place would change. */
  sentRowIds: string[]
}

/** What an entry is to the library that it comes to. */
export type EntryFate =
  | { kind: 'new' }
  | { kind: 'same'; match: LibraryMatch }
  | { kind: 'differs'; match: LibraryMatch }

/**
 * Judges an entry by the lists that are like it. One with its id comes first; one that only has its name counts unless
 * another entry of the file is that list.
 */
export function judgeEntry(
  entry: LibraryEntry,
  matches: readonly LibraryMatch[],
  fileIds: ReadonlySet<string>,
): EntryFate {
  const open = matches.filter(({ id }) => id === entry.id || !fileIds.has(id))
  const same = open.find(({ isSame }) => isSame)
  if (same) return { kind: 'same', match: same }
  const match = open.find(({ by }) => by === 'id') ?? open.find(({ by }) => by === 'name')
  return match ? { kind: 'differs', match } : { kind: 'new' }
}

/** Lists go to the server in parts: so many at a time, and so many characters of JSON, as actions take a megabyte. */
export const IMPORT_PART = { lists: 100, characters: 300_000 } as const

/** Cuts what goes to the server into parts, in order. */
export function toParts<Item>(items: readonly Item[]): Item[][] {
  const parts: Item[][] = []
  let part: Item[] = []
  let length = 0
  for (const item of items) {
    const size = JSON.stringify(item).length
    if (part.length > 0 && (part.length >= IMPORT_PART.lists || length + size > IMPORT_PART.characters)) {
      parts.push(part)
      part = []
      length = 0
    }
    part.push(item)
    length += size
  }
  return part.length > 0 ? [...parts, part] : parts
}

/** An entry to be compared with the library; `copyName` is what a copy of it would be called. */
export const comparedSchema = z.object({ entry: libraryEntrySchema, copyName: templateNameSchema })
export type Compared = z.output<typeof comparedSchema>

/** An entry and what becomes of it: a list of its own, or the next version of one that is there. */
export const importedSchema = z.object({
  entry: libraryEntrySchema,
  as: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('list'), id: z.uuid(), name: templateNameSchema }),
    z.object({
      kind: z.literal('version'),
      id: z.uuid(),
      version: versionNumberSchema,
      acknowledgedRowIds: acknowledgedRowIdsSchema,
    }),
  ]),
})
export type ImportItem = z.output<typeof importedSchema>

/**
 * What an import did with one entry. `unchanged`: it was there already, so a second press does nothing. `changedSince`:
 * somebody saved that list after the comparison; nothing of it was written.
 */
export const IMPORT_OUTCOMES = ['added', 'replaced', 'unchanged', 'changedSince', 'failed'] as const
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number]

/** The most of each that one call takes: its parts may be small in number and never larger. */
export const partOf = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.array(schema).check(z.maxLength(IMPORT_PART.lists))
