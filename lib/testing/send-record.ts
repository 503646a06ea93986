import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { DeliveryStatus } from '@/lib/domain/delivery-status'
import { fold } from '@/lib/domain/fold'
import { type ListMessage, listMessageTexts } from '@/lib/domain/list-message'
import { toPersonKey } from '@/lib/domain/person-key'

/** A list of one row. */
export const list = (body: string, header?: string): ListMessage => ({
  ...(header && { header }),
  body,
  button: 'Ver',
  sections: [{ rows: [{ id: 'a', title: 'Ação' }] }],
})

type Made = {
  data?: Omit<
    Prisma.SendUncheckedCreateInput,
    'idempotencyKey' | 'message' | 'searchText' | 'gateway' | 'recipientCount'
  >
  message?: ListMessage
  at?: string
  to?: [phone: string, status: DeliveryStatus][]
  by?: string
  template?: string
}

/** A Send as it stands in the tables, whatever way it came there. Answers its id. */
export async function recordSend({
  message = list('Oi'),
  at,
  to = [['+5511999990001', 'accepted']],
  by,
  template,
  data,
}: Made = {}) {
  const { id } = await db().send.create({
    data: {
      idempotencyKey: randomUUID(),
      message,
      searchText: fold(listMessageTexts(message).join(' ')),
      gateway: 'sandbox',
      recipientCount: to.length,
      ...(at && { createdAt: new Date(at) }),
      createdById: by,
      templateId: template,
      ...data,
      recipients: { create: to.map(([phone, status]) => ({ phone, person: toPersonKey(phone), status })) },
    },
  })
  return id
}
