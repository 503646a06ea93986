import { db } from '@/lib/db/client'
import type { UserActor } from '@/lib/domain/actor'

/**
 * Ends a link at once and for good. Its maker may, and administrators; twice is once.
 * @returns false where there is no such link, or it is none of theirs.
 */
export async function revokeShareLink(actor: UserActor, id: string): Promise<boolean> {
  const revoked = await db().$executeRaw`
    update share_link set revoked_at = coalesce(revoked_at, now())
    where id = ${id}::uuid and (created_by_id = ${actor.userId}::uuid or ${actor.role === 'admin'})`
  return revoked === 1
}
