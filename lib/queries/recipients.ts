import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import { type ShownStatus, statusesShownAs } from '@/lib/domain/send-filters'
import type { RecipientPage, RecipientSummary, RecipientView } from '@/lib/domain/send-view'
import type { UnknownWhy } from '@/lib/domain/unknown-why'

const PAGE = 50

const summarySelect = {
  id: true,
  phone: true,
  status: true,
  wamid: true,
  httpStatus: true,
  errorCode: true,
  errorTitle: true,
  unknownWhy: true,
  settledAt: true,
} satisfies Prisma.RecipientSelect

export const recipientSelect = {
  ...summarySelect,
  waId: true,
  attempt: true,
  createdAt: true,
  notBefore: true,
  sendingAt: true,
  errorDetails: true,
  answer: true,
  resend: { select: { id: true, createdAt: true } },
} satisfies Prisma.RecipientSelect

type SummaryRow = Prisma.RecipientGetPayload<{ select: typeof summarySelect }>
type ViewRow = Prisma.RecipientGetPayload<{ select: typeof recipientSelect }>

const toSummary = (row: SummaryRow): RecipientSummary => ({
  id: String(row.id),
  phone: row.phone,
  status: row.status,
  wamid: row.wamid,
  httpStatus: row.httpStatus,
  errorCode: row.errorCode,
  errorTitle: row.errorTitle,
  unknownWhy: row.unknownWhy as UnknownWhy | null,
  settledAt: row.settledAt?.toISOString() ?? null,
})

export const toRecipientView = (row: ViewRow): RecipientView => ({
  ...toSummary(row),
  waId: row.waId,
  attempt: row.attempt,
  createdAt: row.createdAt.toISOString(),
  notBefore: row.notBefore.toISOString(),
  sendingAt: row.sendingAt?.toISOString() ?? null,
  errorDetails: row.errorDetails,
  answer: row.answer,
  resend: row.resend && { sendId: row.resend.id, createdAt: row.resend.createdAt.toISOString() },
})

/**
 * The recipients of a Send in the order of their person keys, which a Send has once each: `after` is the last key of the
 * page before.
 */
export async function listRecipients(
  _actor: Actor,
  sendId: string,
  { status, after = null, limit = PAGE }: { status?: ShownStatus; after?: string | null; limit?: number } = {},
): Promise<RecipientPage> {
  const rows = await db().recipient.findMany({
    where: {
      sendId,
      ...(status && { status: { in: statusesShownAs(status) } }),
      ...(after && { person: { gt: after } }),
    },
    select: { ...summarySelect, person: true },
    orderBy: { person: 'asc' },
    take: limit + 1,
  })
  const recipients = rows.slice(0, limit).map(toSummary)
  return { recipients, nextCursor: rows.length > limit ? (rows[limit - 1]?.person ?? null) : null }
}

/** One recipient, or null where that Send has no such one. */
export async function getRecipient(_actor: Actor, sendId: string, recipientId: string): Promise<RecipientView | null> {
  const row = await db().recipient.findFirst({ where: { id: BigInt(recipientId), sendId }, select: recipientSelect })
  return row && toRecipientView(row)
}
