import { db } from '@/lib/db/client'
import { readUnsavedDraft } from '@/lib/db/unsaved-draft'
import type { UserActor } from '@/lib/domain/actor'
import type { UnsavedDraftDrop, UnsavedOutcome } from '@/lib/domain/unsaved-draft'

/**
 * Empties a place: what stood there is saved elsewhere by now, or was discarded. What another browser has written since
 * is left alone and answered.
 */
export async function dropUnsavedDraft(actor: UserActor, input: UnsavedDraftDrop): Promise<UnsavedOutcome> {
  const { place, browser, order, seen } = input
  const [{ at } = { at: new Date() }] = await db().$queryRaw<{ at: Date }[]>`
    with dropped as (
      delete from unsaved_draft
      where user_id = ${actor.userId}::uuid and place = ${place}
        and (revision = ${seen}::int
          or (split_part(tab, '.', 1) = ${browser} and split_part(tab, '.', 2)::bigint < ${order}::bigint))
      returning 1
    )
    select clock_timestamp() as at from (select count(*) from dropped) done`
  const standing = await readUnsavedDraft(db(), { userId: actor.userId, place })
  if (standing && standing.browser !== browser) return { outcome: 'other', standing }
  return { outcome: 'saved', revision: standing?.revision ?? null, at: at.toISOString() }
}
