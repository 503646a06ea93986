import * as z from 'zod/mini'
import { lineAndColumn, readJson } from './import-json'
import { draftRowSchema, draftSectionSchema, type ListDraft, listDraftSchema, newKey } from './list-draft'
import { draftFingerprint, templateNameSchema } from './list-template'
import { tagKey, tagsSchema } from './template-tags'

// The library as one file, for keeping and for moving it to another machine. Of people it holds names alone.

export const LIBRARY_FORMAT = 'listazap.library'
export const LIBRARY_VERSION = 1
export const LIBRARY_LIMITS = { bytes: 20_000_000, lists: 10_000 } as const

const key = z.optional(z.string().check(z.minLength(1), z.maxLength(64)))

/** Keys may be missing, and are made then: they tell nobody outside anything. */
const fileRowSchema = z.object({ ...draftRowSchema.shape, key })
const fileSectionSchema = z.object({
  ...draftSectionSchema.shape,
  key,
  rows: z.array(fileRowSchema).check(z.maxLength(200)),
})
const fileDraftSchema = z.pipe(
  z.object({ ...listDraftSchema.shape, sections: z.array(fileSectionSchema).check(z.maxLength(100)) }),
  z.transform((draft): ListDraft => {
    const seen = new Set<string>()
    const own = (given: string | undefined) => {
      const mine = given && !seen.has(given) ? given : newKey()
      seen.add(mine)
      return mine
    }
    return {
      ...draft,
      sections: draft.sections.map((section) => ({
        ...section,
        key: own(section.key),
        rows: section.rows.map((row) => ({ ...row, key: own(row.key) })),
      })),
    }
  }),
)

const moment = z.iso.datetime()
const personName = z._default(z.nullable(z.string().check(z.maxLength(500))), null)

/** One saved list in the file. */
export const libraryEntrySchema = z.object({
  id: z.uuid().check(z.toLowerCase()),
  name: templateNameSchema,
  tags: z._default(tagsSchema, []),
  draft: fileDraftSchema,
  createdAt: moment,
  createdBy: personName,
  changedAt: moment,
  changedBy: personName,
  archivedAt: z._default(z.nullable(moment), null),
  /** IDs that customers' answers still come with. */
  sentRowIds: z._default(z.array(z.string().check(z.maxLength(10_000))).check(z.maxLength(10_000)), []),
})
export type LibraryEntry = z.output<typeof libraryEntrySchema>

/** What stands before the lists in the file. */
export const libraryHead = (exportedAt: string) => ({ format: LIBRARY_FORMAT, version: LIBRARY_VERSION, exportedAt })

export type BadEntryCode = 'missing' | 'wrongType' | 'tooLong' | 'tooMany' | 'invalid' | 'duplicateId'

/** A list that cannot be read: its first fault, with its place in the file (`lists[2].draft.sections[0].title`). */
export type BadEntry = { place: string; name: string | null; code: BadEntryCode }

export type LibraryFile =
  | { ok: true; entries: LibraryEntry[]; bad: BadEntry[]; exportedAt: string | null }
  | { ok: false; code: 'empty' | 'notLibrary' | 'newerVersion' | 'tooMany' }
  | { ok: false; code: 'json'; line: number; column: number }

const headSchema = z.object({
  format: z.literal(LIBRARY_FORMAT),
  version: z.int().check(z.minimum(1)),
  exportedAt: z.catch(z.nullable(moment), null),
  lists: z.array(z.unknown()),
})

const placeOf = (path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (place, step) => (typeof step === 'number' ? `${place}[${step}]` : `${place}.${String(step)}`),
    '',
  )

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at ? (at as Record<PropertyKey, unknown>)[step] : undefined),
    value,
  )

function codeOf(issue: z.core.$ZodIssue, entry: unknown): BadEntryCode {
  if (valueAt(entry, issue.path) === undefined) return 'missing'
  if (issue.code === 'invalid_type') return 'wrongType'
  if (issue.code === 'too_big') return issue.origin === 'array' ? 'tooMany' : 'tooLong'
  return 'invalid'
}

const nameOf = (entry: unknown) => {
  const name = valueAt(entry, ['name'])
  return typeof name === 'string' && name.trim() ? name.trim().slice(0, 120) : null
}

/** Reads a library's file. Lists that are wrong are told apart, and keep none of the others back. */
export function readLibraryFile(text: string): LibraryFile {
  if (!text.trim()) return { ok: false, code: 'empty' }
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    const read = readJson(text)
    return { ok: false, code: 'json', ...lineAndColumn(text, read.ok ? 0 : read.problem.at) }
  }
  const head = headSchema.safeParse(value)
  if (!head.success) return { ok: false, code: 'notLibrary' }
  if (head.data.version > LIBRARY_VERSION) return { ok: false, code: 'newerVersion' }
  if (head.data.lists.length > LIBRARY_LIMITS.lists) return { ok: false, code: 'tooMany' }

  const entries: LibraryEntry[] = []
  const bad: BadEntry[] = []
  const seen = new Set<string>()
  for (const [i, entry] of head.data.lists.entries()) {
    const place = `lists[${i}]`
    const parsed = libraryEntrySchema.safeParse(entry)
    const [issue] = parsed.error?.issues ?? []
    if (issue) bad.push({ place: place + placeOf(issue.path), name: nameOf(entry), code: codeOf(issue, entry) })
    if (!parsed.success) continue
    const { id, name } = parsed.data
    if (seen.has(id)) bad.push({ place: `${place}.id`, name, code: 'duplicateId' })
    else entries.push(parsed.data)
    seen.add(id)
  }
  return { ok: true, entries, bad, exportedAt: head.data.exportedAt }
}

type Content = Pick<LibraryEntry, 'name' | 'draft' | 'tags'>

const tagKeys = (tags: readonly string[]) => JSON.stringify(tags.map(tagKey).sort())

/** Whether two lists read the same, under the same name and tags. Where they are kept and who made them is no matter. */
export const isSameContent = (a: Content, b: Content): boolean =>
  a.name === b.name && tagKeys(a.tags) === tagKeys(b.tags) && draftFingerprint(a.draft) === draftFingerprint(b.draft)
