import { db } from '@/lib/db/client'
import type { UserActor } from '@/lib/domain/actor'

/** Takes a template out of the library's first sight; nothing of it is lost. Twice is once. Says whether it exists. */
export async function archiveTemplate(actor: UserActor, id: string): Promise<boolean> {
  await db().listTemplate.updateMany({
    where: { id, archivedAt: null },
    data: { archivedAt: new Date(), updatedById: actor.userId },
  })
  return (await db().listTemplate.count({ where: { id } })) === 1
}
