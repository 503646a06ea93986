import { db } from '@/lib/db/client'
import type { UserActor } from '@/lib/domain/actor'

/** Deletes a saved audience; its people stay. Twice is once. */
export async function deleteAudience(_actor: UserActor, { id }: { id: string }): Promise<void> {
  await db().audience.deleteMany({ where: { id } })
}
