import { db } from '@/lib/db/client'
import type { UserActor } from '@/lib/domain/actor'

/** Adds people to a saved audience by hand. @returns how many were not in it, or null where there is no such audience. */
export async function addAudienceMembers(
  _actor: UserActor,
  { id, contactIds }: { id: string; contactIds: string[] },
): Promise<number | null> {
  const audience = await db().audience.findUnique({ where: { id }, select: { id: true } })
  if (!audience) return null
  return db().$executeRaw`
    insert into audience_member (audience_id, contact_id)
    select a.id, c.id from audience a, contact c where a.id = ${id}::uuid and c.id = any(${contactIds}::uuid[])
    on conflict do nothing`
}
