import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'

/** Deletes what has expired and nobody can use any more: sessions, verifications and the counts of sign-in attempts. */
export async function cleanUp(
  _actor: Actor,
  now = new Date(),
): Promise<{ sessions: number; verifications: number; rateLimits: number }> {
  const sessions = await db().session.deleteMany({ where: { expiresAt: { lt: now } } })
  const verifications = await db().verification.deleteMany({ where: { expiresAt: { lt: now } } })
  const rateLimits = await db().rateLimit.deleteMany({ where: { expire: { lt: now } } })
  return { sessions: sessions.count, verifications: verifications.count, rateLimits: rateLimits.count }
}
