import { db } from '@/lib/db/client'
import type { UserActor } from '@/lib/domain/actor'

/** Brings an archived template back. Twice is once. Says whether it exists. */
export async function restoreTemplate(actor: UserActor, id: string): Promise<boolean> {
  await db().listTemplate.updateMany({
    where: { id, archivedAt: { not: null } },
    data: { archivedAt: null, updatedById: actor.userId },
  })
  return (await db().listTemplate.count({ where: { id } })) === 1
}
