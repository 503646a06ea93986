import { db } from '@/lib/db/client'
import type { UserActor } from '@/lib/domain/actor'

/** Notes that these people want to be written to again. @returns the ids of those who had opted out. */
export async function optInContacts(_actor: UserActor, { ids }: { ids: string[] }): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    update contact set opted_out_at = null, updated_at = now()
    where id = any(${ids}::uuid[]) and opted_out_at is not null
    returning id`
  return rows.map(({ id }) => id)
}
