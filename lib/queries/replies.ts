import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import type { RecipientSummary, ReplyView } from '@/lib/domain/send-view'
import type { InboundKind } from '@/lib/domain/webhook-update'

/** Of somebody who writes all day, the last ones. */
const MOST = 100

export const replySelect = {
  id: true,
  kind: true,
  type: true,
  sentAt: true,
  receivedAt: true,
  linkedBy: true,
  rowId: true,
  title: true,
  description: true,
  text: true,
} satisfies Prisma.InboundMessageSelect

export const toReply = (row: Prisma.InboundMessageGetPayload<{ select: typeof replySelect }>): ReplyView => ({
  id: String(row.id),
  kind: row.kind as InboundKind,
  type: row.type,
  at: row.sentAt.toISOString(),
  receivedAt: row.receivedAt.toISOString(),
  linkedBy: row.linkedBy as ReplyView['linkedBy'],
  rowId: row.rowId,
  title: row.title,
  description: row.description,
  text: row.text,
})

/** What one recipient answered, oldest first. */
export async function listReplies(_actor: Actor, recipientId: bigint): Promise<ReplyView[]> {
  const rows = await db().inboundMessage.findMany({
    where: { recipientId },
    select: replySelect,
    orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
    take: MOST,
  })
  return rows.reverse().map(toReply)
}

type TellingRow = NonNullable<RecipientSummary['reply']> & { id: bigint }

/** Of each of these recipients the answer that tells most: their last tap, else their last words. */
export async function listTellingReplies(
  _actor: Actor,
  recipientIds: bigint[],
): Promise<Map<bigint, RecipientSummary['reply']>> {
  if (recipientIds.length === 0) return new Map()
  const rows = await db().$queryRaw<TellingRow[]>`
    select distinct on (m.recipient_id) m.recipient_id as id, m.kind, m.title, left(m.text, 400) as text
    from inbound_message m
    where m.recipient_id = any(${recipientIds}::bigint[])
    order by m.recipient_id, (m.kind = 'listReply') desc, m.sent_at desc, m.id desc`
  return new Map(rows.map(({ id, ...reply }) => [id, reply]))
}
