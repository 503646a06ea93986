import * as z from 'zod/mini'
import type { DraftChange } from './draft-diff'
import type { ListDraft } from './list-draft'
import type { SaveOutcome, TemplateView } from './list-template'
import type { PersonView } from './send-view'
import type { SentIdChange } from './sent-row-ids'

// What pages show of a saved list's versions. Plain JSON: moments are ISO 8601 strings in UTC.

/** The number of a version: what a save raises by one. */
export const versionNumberSchema = z.int().check(z.minimum(1), z.maximum(2_147_483_647))

/** What one save left. */
export type VersionView = {
  version: number
  savedAt: string
  savedBy: PersonView | null
  /** The version that this one brought back. */
  restoredFrom: number | null
  /** The IDs, sent before, that this save changed because a person said so. */
  changedSentRowIds: string[]
}

/** One line of the list of versions. */
export type VersionSummary = VersionView & {
  /** The first few changes since the version before it, and how many there are; null where that one is not held. */
  changes: { first: DraftChange[]; count: number } | null
}

/** How many changes a summary names before it counts the rest. */
export const NAMED_CHANGES = 2

/** @property newest the number of the version that the list is at */
export type VersionPage = {
  versions: VersionSummary[]
  newest: number
  /** Where the page of older ones begins: the number before which they are. */
  older: number | null
  newer: number | null
}

/** A version with what it holds. */
export type VersionContent = VersionView & { draft: ListDraft }

/** Two versions side by side. `before` is null where there is but one. */
export type VersionPair = { before: VersionContent | null; after: VersionContent }

/** What a save of another draft did. `frozen`: it would change IDs that were sent, so nothing was written yet. */
export type UpdateOutcome = SaveOutcome | { outcome: 'frozen'; template: TemplateView; rowIds: SentIdChange[] }

/** The IDs that a person has said may change, though they were sent. */
export const acknowledgedRowIdsSchema = z.array(z.string().check(z.maxLength(10_000))).check(z.maxLength(1000))
