import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import { ENDED_LINK_DAYS } from '@/lib/domain/share-link'
import { UNSAVED_DRAFT_DAYS } from '@/lib/domain/unsaved-draft'
import { deleteExpiredLists } from './delete-expired-lists'

const DAY_MS = 24 * 60 * 60 * 1000

type Cleaned = Record<
  'sessions' | 'verifications' | 'rateLimits' | 'shareLinks' | 'unsavedDrafts' | 'recipientLists',
  number
>

/**
 * Deletes what has expired and nobody can use any more: sessions, verifications, counts of attempts and links long ended;
 * unsaved work that nobody came back for; and lists of recipients, which hold people's numbers.
 */
export async function cleanUp(actor: Actor, now = new Date()): Promise<Cleaned> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const sessions = await db().session.deleteMany({ where: { expiresAt: { lt: now } } })
  const verifications = await db().verification.deleteMany({ where: { expiresAt: { lt: now } } })
  const rateLimits = await db().rateLimit.deleteMany({ where: { expire: { lt: now } } })
  const shareLinks = await db().shareLink.deleteMany({
    where: { expiresAt: { lt: daysAgo(ENDED_LINK_DAYS) } },
  })
  const unsavedDrafts = await db().unsavedDraft.deleteMany({ where: { savedAt: { lt: daysAgo(UNSAVED_DRAFT_DAYS) } } })
  return {
    sessions: sessions.count,
    verifications: verifications.count,
    rateLimits: rateLimits.count,
    shareLinks: shareLinks.count,
    unsavedDrafts: unsavedDrafts.count,
    recipientLists: await deleteExpiredLists(actor, now),
  }
}
