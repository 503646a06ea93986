import * as z from 'zod/mini'
import { listDraftSchema } from './list-draft'

// Unsaved work as the editor sends it to the server and gets it back. Moments are ISO 8601 in UTC, of the database's clock.

/** Days after which work that nobody came back for is let go. */
export const UNSAVED_DRAFT_DAYS = 90

/** Bytes of one save as JSON: a hundred times the fullest list. Anything longer stays in the browser. */
export const UNSAVED_DRAFT_SIZE = 1_000_000

/** 'compose', or a template's id. */
export const draftPlaceSchema = z.union([z.literal('compose'), z.uuid()])

/** The browser that writes. Its tabs share one store and settle things among themselves, so the server need not tell them apart. */
const browser = z.string().check(z.regex(/^[a-z0-9]{1,40}$/))
/** Rises with each save of one browser: of two that cross on their way, the newer stands. */
const order = z.int().check(z.minimum(1))

const unsavedWorkSchema = z.object({
  draft: listDraftSchema,
  /** The template's version that it started from; null on /compose. */
  version: z.nullable(z.int().check(z.minimum(1))),
})
export type UnsavedWork = z.infer<typeof unsavedWorkSchema>

/** One save; `work: null` says that nothing there is unsaved any more. */
export const unsavedDraftSaveSchema = z.object({
  place: draftPlaceSchema,
  browser,
  order,
  /** The revision that this browser last saw there. Who names what stands takes it over. */
  seen: z.nullable(z.int()),
  work: z.nullable(unsavedWorkSchema),
})
export type UnsavedDraftSave = z.infer<typeof unsavedDraftSaveSchema>
type Keeping<Work> = Omit<UnsavedDraftSave, 'work'> & { work: Work }
export type UnsavedDraftKeep = Keeping<UnsavedWork>
export type UnsavedDraftDrop = Omit<UnsavedDraftSave, 'work'>

/** What stands on the server. */
export const unsavedDraftSchema = z.extend(unsavedWorkSchema, {
  revision: z.int(),
  browser: z.string(),
  order: z.int(),
  savedAt: z.iso.datetime(),
})
export type UnsavedDraft = z.infer<typeof unsavedDraftSchema>

/** What stood on the server at a moment. */
export const unsavedReadingSchema = z.object({ standing: z.nullable(unsavedDraftSchema), readAt: z.iso.datetime() })
export type UnsavedReading = z.infer<typeof unsavedReadingSchema>

/**
 * What became of a save. `revision` is null where nothing stands there any more. `other`: somebody's words stand there
 * that this browser has not seen; nothing was written.
 */
export const unsavedOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('saved'), revision: z.nullable(z.int()), at: z.iso.datetime() }),
  z.object({ outcome: z.literal('other'), standing: unsavedDraftSchema }),
])
export type UnsavedOutcome = z.infer<typeof unsavedOutcomeSchema>
