import { db } from '@/lib/db/client'
import { isTaken } from '@/lib/db/contact'
import { type ActionResult, fail, succeed } from '@/lib/domain/action-result'
import type { UserActor } from '@/lib/domain/actor'
import { MAX_VIEWS, type SavedView, type ViewPlace } from '@/lib/domain/saved-view'

/**
 * Keeps filters and columns under a name, for the actor alone. `nameTaken`: one of theirs on that page is called so;
 * `tooManyViews`: they have as many as a page shows.
 */
export async function createSavedView(
  actor: UserActor,
  { place, name, params }: { place: ViewPlace; name: string; params: string },
): Promise<ActionResult<SavedView, 'nameTaken' | 'tooManyViews'>> {
  const { userId } = actor
  try {
    if ((await db().savedView.count({ where: { userId, place } })) >= MAX_VIEWS) return fail('tooManyViews')
    const select = { id: true, name: true, params: true } as const
    return succeed(await db().savedView.create({ data: { userId, place, name, params }, select }))
  } catch (error) {
    if (isTaken(error)) return fail('nameTaken', { fieldErrors: { name: 'nameTaken' } })
    throw error
  }
}
