import * as z from 'zod/mini'
import { type ListDraft, listDraftSchema, newKey } from '@/lib/domain/list-draft'
import { draftFingerprint } from '@/lib/domain/list-template'

const keptDraftSchema = z.object({
  draft: listDraftSchema,
  /** The template's version that it started from; null on /compose. */
  version: z.nullable(z.int()),
  at: z.iso.datetime(),
})
const asideSchema = z.array(z.extend(keptDraftSchema, { id: z.string() }))
const sentMarkSchema = z.object({
  /** What this browser last knew to stand on the server; null where nothing did. */
  revision: z.nullable(z.int()),
  /** When that was so, on the server's clock. */
  seenAt: z.iso.datetime(),
  /** `at` of the kept draft that stands there; null where none does word by word. */
  sent: z.nullable(z.string()),
  /** Whether this browser held unsaved work then. */
  wasKept: z.boolean(),
})

/** Unsaved work as this browser holds it. */
export type KeptDraft = z.infer<typeof keptDraftSchema>
/** Unsaved work that made room for something else, and can be brought back. */
export type AsideDraft = KeptDraft & { id: string }
/** What of the kept draft is on the server. */
export type SentMark = z.infer<typeof sentMarkSchema>

/** How many are held before the oldest goes. */
export const ASIDE_LIMIT = 12

/** Where one person's work on one list is held: 'compose', or a template's id. */
export const draftPlace = (userId: string, place: string) => ({
  draft: `listazap.draft.${userId}.${place}`,
  aside: `listazap.aside.${userId}.${place}`,
  sent: `listazap.sent.${userId}.${place}`,
})

// Drafts are never mutated: each is made into words once, however often it is compared.
const fingerprints = new WeakMap<ListDraft, string>()
function fingerprintOf(draft: ListDraft): string {
  const known = fingerprints.get(draft) ?? draftFingerprint(draft)
  fingerprints.set(draft, known)
  return known
}
export const sameWords = (a: ListDraft, b: ListDraft) => a === b || fingerprintOf(a) === fingerprintOf(b)

function parse<T>(schema: z.ZodMiniType<T>, raw: string | null): T | null {
  if (raw === null) return null
  try {
    return schema.safeParse(JSON.parse(raw)).data ?? null
  } catch {
    return null
  }
}

/** What another version of us, or somebody else, left there and we cannot read counts as nothing. */
export const readKept = (raw: string | null): KeptDraft | null => parse(keptDraftSchema, raw)
export const readAside = (raw: string | null): AsideDraft[] => parse(asideSchema, raw) ?? []
export const readSentMark = (raw: string | null): SentMark | null => parse(sentMarkSchema, raw)

/** The list with this one first, in place of an earlier one with its id. */
export const withAside = (list: AsideDraft[], kept: KeptDraft, id = newKey()): AsideDraft[] =>
  [{ ...kept, id }, ...list.filter((other) => other.id !== id)].slice(0, ASIDE_LIMIT)
