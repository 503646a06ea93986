import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import { EXPORT_RUN_DAYS } from '@/lib/domain/message-export'
import { ENDED_LINK_DAYS } from '@/lib/domain/share-link'
import { UNSAVED_DRAFT_DAYS } from '@/lib/domain/unsaved-draft'
import { WEBHOOK_DELIVERY_DAYS } from '@/lib/domain/webhook-settings'
import { deleteExpiredLists } from './delete-expired-lists'

const DAY_MS = 24 * 60 * 60 * 1000

type Cleaned = Record<
  | 'sessions'
  | 'verifications'
  | 'rateLimits'
  | 'shareLinks'
  | 'unsavedDrafts'
  | 'recipientLists'
  | 'webhookDeliveries'
  | 'exportRuns',
  number
>

/**
 * Deletes what has expired and nobody can use any more: sessions, verifications, counts of attempts and links long ended;
 * unsaved work that nobody came back for; lists of recipients, which hold people's numbers; and the figures of old webhooks.
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
  const exportRuns = await db().exportRun.deleteMany({ where: { createdAt: { lt: daysAgo(EXPORT_RUN_DAYS) } } })
  return {
    sessions: sessions.count,
    verifications: verifications.count,
    rateLimits: rateLimits.count,
    shareLinks: shareLinks.count,
    unsavedDrafts: unsavedDrafts.count,
    recipientLists: await deleteExpiredLists(actor, now),
    exportRuns: exportRuns.count,
    webhookDeliveries: await deleteOldDeliveries(daysAgo(WEBHOOK_DELIVERY_DAYS)),
  }
}

/** Rows in one statement: on a busy number a day has millions. */
const BATCH = 20_000

async function deleteOldDeliveries(before: Date): Promise<number> {
  let deleted = 0
  for (let rows = BATCH; rows === BATCH; deleted += rows) {
    rows = await db().$executeRaw`
      delete from webhook_delivery where id in (
        select id from webhook_delivery where received_at < ${before} order by received_at limit ${BATCH}
      )`
  }
  return deleted
}
