import { db } from '@/lib/db/client'
import type { UserActor } from '@/lib/domain/actor'

/**
 * Notes that these people asked not to be written to. Who had asked before keeps the moment of that.
 * @param at when they asked, ISO 8601; now where it is absent
 * @returns the ids of those who had not asked before.
 */
export async function optOutContacts(
  _actor: UserActor,
  { ids, at }: { ids: string[]; at?: string },
): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    update contact set opted_out_at = least(coalesce(${at ?? null}::timestamptz, now()), now()), updated_at = now()
    where id = any(${ids}::uuid[]) and opted_out_at is null
    returning id`
  return rows.map(({ id }) => id)
}
