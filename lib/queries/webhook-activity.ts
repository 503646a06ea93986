import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import { UNREAD_SHOWN, type WebhookActivity } from '@/lib/domain/webhook-form'
import { getGateway } from './connection'

const SHOWN = 20

/** What came in of late, newest first, and how the reading of the gateway's list goes. */
export async function getWebhookActivity(actor: Actor): Promise<WebhookActivity> {
  const { kind } = await getGateway(actor)
  const [rows, reading] = await Promise.all([
    db().webhookDelivery.findMany({ orderBy: { receivedAt: 'desc' }, take: SHOWN }),
    db().listReading.findUnique({ where: { gateway: kind } }),
  ])
  return {
    deliveries: rows.map(({ id, receivedAt, unread, ...counts }) => ({
      ...counts,
      id: String(id),
      receivedAt: receivedAt.toISOString(),
      unread: unread === null ? null : JSON.stringify(unread, null, 2).slice(0, UNREAD_SHOWN),
    })),
    reading: reading && {
      readAt: reading.readAt?.toISOString() ?? null,
      nextAt: reading.nextAt.toISOString(),
      problem: reading.problem,
    },
  }
}
