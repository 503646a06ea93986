import { db } from '@/lib/db/client'
import { isTaken } from '@/lib/db/contact'
import { type ActionResult, fail, succeed } from '@/lib/domain/action-result'
import type { UserActor } from '@/lib/domain/actor'

/**
 * Gives one of the actor's own views another name, other filters, or both; what is left out stays. `gone`: it was
 * deleted, or is somebody else's.
 */
export async function updateSavedView(
  actor: UserActor,
  { id, ...change }: { id: string; name?: string; params?: string },
): Promise<ActionResult<null, 'nameTaken' | 'gone'>> {
  try {
    const { count } = await db().savedView.updateMany({ where: { id, userId: actor.userId }, data: change })
    return count === 1 ? succeed(null) : fail('gone')
  } catch (error) {
    if (isTaken(error)) return fail('nameTaken', { fieldErrors: { name: 'nameTaken' } })
    throw error
  }
}
