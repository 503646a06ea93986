import { db } from '@/lib/db/client'
import type { UserActor } from '@/lib/domain/actor'

/** Deletes one of the actor's own views; of one that is gone already there is nothing to do. */
export async function deleteSavedView(actor: UserActor, id: string): Promise<void> {
  await db().savedView.deleteMany({ where: { id, userId: actor.userId } })
}
