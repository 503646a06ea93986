import { db } from '@/lib/db/client'
import { readUnsavedDraft } from '@/lib/db/unsaved-draft'
import type { UserActor } from '@/lib/domain/actor'
import type { UnsavedReading } from '@/lib/domain/unsaved-draft'

/** This person's unsaved work in one place, and when that was so. */
export async function getUnsavedDraft(actor: UserActor, place: string): Promise<UnsavedReading> {
  // The moment first, so that whatever is written meanwhile counts as newer than what was read.
  const [{ at } = { at: new Date() }] = await db().$queryRaw<{ at: Date }[]>`select clock_timestamp() as at`
  return { standing: await readUnsavedDraft(db(), { userId: actor.userId, place }), readAt: at.toISOString() }
}
