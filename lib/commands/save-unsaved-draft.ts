import { randomInt } from 'node:crypto'
import { db } from '@/lib/db/client'
import { readUnsavedDraft, toWriter } from '@/lib/db/unsaved-draft'
import type { UserActor } from '@/lib/domain/actor'
import { toStorableDraft } from '@/lib/domain/list-template'
import type { UnsavedDraftKeep, UnsavedOutcome } from '@/lib/domain/unsaved-draft'

// A place that was emptied and filled again must not be taken for the one that somebody saw there: each begins anywhere.
const FIRST_REVISIONS = 2 ** 30

/**
 * Holds somebody's unsaved work, in place of what its browser last saw there or wrote itself. What another browser has
 * written since is left alone and answered. Of one browser's saves the newest stands, in whatever order they arrive.
 */
export async function saveUnsavedDraft(actor: UserActor, input: UnsavedDraftKeep): Promise<UnsavedOutcome> {
  const { place, browser, order, seen, work } = input
  const rows = await db().$queryRaw<{ revision: number; at: Date }[]>`
    insert into unsaved_draft as held (user_id, place, draft, base_version, revision, tab, saved_at)
    values (
      ${actor.userId}::uuid, ${place}, ${JSON.stringify(toStorableDraft(work.draft))}::jsonb, ${work.version}::int,
      ${randomInt(1, FIRST_REVISIONS)}::int, ${toWriter(input)}, clock_timestamp()
    )
    on conflict (user_id, place) do update
    set draft = excluded.draft, base_version = excluded.base_version, revision = held.revision + 1,
      tab = excluded.tab, saved_at = excluded.saved_at
    where held.revision = ${seen}::int
      or (split_part(held.tab, '.', 1) = ${browser} and split_part(held.tab, '.', 2)::bigint < ${order}::bigint)
    returning revision, saved_at as at`
  const [written] = rows
  if (written) return { outcome: 'saved', revision: written.revision, at: written.at.toISOString() }

  const standing = await readUnsavedDraft(db(), { userId: actor.userId, place })
  if (!standing) {
    // Emptied in between, or left there by another version of us in words that nobody here can read.
    const there = await db().unsavedDraft.findUnique({
      where: { userId_place: { userId: actor.userId, place } },
      select: { revision: true },
    })
    return saveUnsavedDraft(actor, { ...input, seen: there?.revision ?? null })
  }
  if (standing.browser !== browser) return { outcome: 'other', standing }
  return { outcome: 'saved', revision: standing.revision, at: standing.savedAt }
}
