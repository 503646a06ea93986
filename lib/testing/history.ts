import { randomUUID } from 'node:crypto'
import { systemActor } from '@/lib/auth/system-actor'
import { db } from '@/lib/db/client'
import type { DeliveryStatus } from '@/lib/domain/delivery-status'
import { fold } from '@/lib/domain/fold'
import { type ListMessage, listMessageTexts } from '@/lib/domain/list-message'
import { type MessageFilters, messageCursorSchema } from '@/lib/domain/message-filters'
import { toPersonKey } from '@/lib/domain/person-key'
import { listMessages } from '@/lib/queries/messages'

/** A list with these rows. */
export const listOf = (body: string, rowIds = ['a', 'b']): ListMessage => ({
  body,
  button: 'Ver',
  sections: [{ title: 'Tudo', rows: rowIds.map((id) => ({ id, title: `Opção ${id}` })) }],
})

export type HistoryRow = {
  phone: string
  name?: string | null
  status?: DeliveryStatus
  at?: Date
  code?: number | null
  wamid?: string | null
  closesAt?: Date | null
  repliedAt?: Date | null
  choseRowId?: string | null
}
type Made = {
  at?: Date
  body?: string
  rowIds?: string[]
  isTest?: boolean
  gateway?: 'sandbox' | 'vectalk'
  sender?: string | null
  template?: string | null
  rows?: HistoryRow[]
}

/** Writes a Send down with its people, just as they are told. */
export async function makeHistorySend({ at = new Date(), body = 'Oi', rowIds, rows = [], ...made }: Made = {}) {
  const message = listOf(body, rowIds)
  const { id } = await db().send.create({
    data: {
      idempotencyKey: randomUUID(),
      message,
      searchText: fold(listMessageTexts(message).join('\n')),
      gateway: made.gateway ?? 'sandbox',
      recipientCount: rows.length,
      createdAt: at,
      createdById: made.sender,
      templateId: made.template,
      isTest: made.isTest ?? false,
      recipients: {
        create: rows.map((row) => ({
          phone: row.phone,
          person: toPersonKey(row.phone),
          name: row.name ?? null,
          status: row.status ?? 'accepted',
          createdAt: row.at ?? at,
          errorCode: row.code ?? null,
          wamid: row.wamid ?? null,
          windowClosesAt: row.closesAt ?? null,
          repliedAt: row.repliedAt ?? null,
          choseRowId: row.choseRowId ?? null,
        })),
      },
    },
  })
  return id
}

/** Page by page, with whatever happens in between. */
export async function readAllMessages(
  filters: MessageFilters,
  limit = 50,
  between: () => Promise<unknown> = async () => undefined,
) {
  const seen = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listMessages>> = await listMessages(
      systemActor('worker'),
      filters,
      cursor ? messageCursorSchema.parse(cursor) : null,
      limit,
    )
    seen.push(...page.messages)
    cursor = page.nextCursor
    await between()
  } while (cursor)
  return seen
}
