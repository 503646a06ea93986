import { withText } from './draft-field'
import { matchDrafts, type Pair, type PlacedRow } from './draft-match'
import type { ListDraft } from './list-draft'

/** A row whose ID was sent before and is now another. `title` is the row's own, for words. */
export type SentIdChange = { from: string; to: string; title: string }

function changedPairs(before: ListDraft, after: ListDraft, sent: Iterable<string>): Pair<PlacedRow>[] {
  const frozen = new Set(sent)
  if (frozen.size === 0) return []
  return matchDrafts(before, after).rows.filter(
    (pair) => frozen.has(pair.before.row.id) && pair.before.row.id !== pair.after.row.id,
  )
}

/** The rows of which a change of draft would change an ID that was sent. A row that is taken away is none of them. */
export const sentIdChanges = (before: ListDraft, after: ListDraft, sent: Iterable<string>): SentIdChange[] =>
  changedPairs(before, after, sent).map((pair) => ({
    from: pair.before.row.id,
    to: pair.after.row.id,
    title: pair.after.row.title.trim() ? pair.after.row.title : pair.before.row.title,
  }))

/** The later draft with each of those IDs as it was; the very same draft where there is none. */
export const withSentIds = (before: ListDraft, after: ListDraft, sent: Iterable<string>): ListDraft =>
  changedPairs(before, after, sent).reduce(
    (draft, pair) => withText(draft, ['sections', pair.after.s, 'rows', pair.after.r, 'id'], pair.before.row.id),
    after,
  )
