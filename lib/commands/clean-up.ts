import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import { ENDED_LINK_DAYS } from '@/lib/domain/share-link'

const DAY_MS = 24 * 60 * 60 * 1000

/** Deletes what has expired and nobody can use any more: sessions, verifications, counts of attempts and links long ended. */
export async function cleanUp(
  _actor: Actor,
  now = new Date(),
): Promise<{ sessions: number; verifications: number; rateLimits: number; shareLinks: number }> {
  const sessions = await db().session.deleteMany({ where: { expiresAt: { lt: now } } })
  const verifications = await db().verification.deleteMany({ where: { expiresAt: { lt: now } } })
  const rateLimits = await db().rateLimit.deleteMany({ where: { expire: { lt: now } } })
  const shareLinks = await db().shareLink.deleteMany({
    where: { expiresAt: { lt: new Date(now.getTime() - ENDED_LINK_DAYS * DAY_MS) } },
  })
  return {
    sessions: sessions.count,
    verifications: verifications.count,
    rateLimits: rateLimits.count,
    shareLinks: shareLinks.count,
  }
}
