import { db } from '@/lib/db/client'
import type { UserActor } from '@/lib/domain/actor'

/** Takes people out of a saved audience who were added by hand; whom its rule takes, it still takes. */
export async function removeAudienceMembers(
  _actor: UserActor,
  { id, contactIds }: { id: string; contactIds: string[] },
): Promise<number> {
  return db().$executeRaw`
    delete from audience_member where audience_id = ${id}::uuid and contact_id = any(${contactIds}::uuid[])`
}
