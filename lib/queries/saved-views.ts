import { db } from '@/lib/db/client'
import type { UserActor } from '@/lib/domain/actor'
import type { SavedView, ViewPlace } from '@/lib/domain/saved-view'

/** The actor's own views of a page, in the order in which they were made. */
export const listSavedViews = (actor: UserActor, place: ViewPlace): Promise<SavedView[]> =>
  db().savedView.findMany({
    where: { userId: actor.userId, place },
    select: { id: true, name: true, params: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
