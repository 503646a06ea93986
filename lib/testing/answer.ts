import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db/client'
import type { DeliveryStatus } from '@/lib/domain/delivery-status'

type Answer = {
  status?: DeliveryStatus
  /** The row that they tapped; null where they typed. Left out where they did not answer. */
  rowId?: string | null
  at?: Date
}

/** What became of the recipients of a Send, in the order in which they were made; who is not named stays as they are. */
export async function answerSend(sendId: string, answers: Answer[]): Promise<void> {
  const recipients = await db().recipient.findMany({ where: { sendId }, orderBy: { id: 'asc' }, take: answers.length })
  for (const [i, { id, person, phone }] of recipients.entries()) {
    const { status, rowId, at = new Date() } = answers[i] ?? {}
    const replied = rowId !== undefined
    await db().recipient.update({
      where: { id },
      data: {
        status: status ?? 'read',
        settledAt: new Date(at.getTime() - 60_000),
        leaseOwner: null,
        leasedUntil: null,
        ...(replied && { repliedAt: at, choseRowId: rowId, choseAt: rowId === null ? null : at }),
      },
    })
    if (!replied) continue
    await db().inboundMessage.create({
      data: {
        wamid: randomUUID(),
        gateway: 'sandbox',
        person,
        kind: rowId === null ? 'text' : 'listReply',
        type: rowId === null ? 'text' : 'interactive',
        sentAt: at,
        recipientId: id,
        sendId,
        rowId,
      },
    })
    await db().contact.upsert({
      where: { person },
      create: { person, phone, searchText: phone.slice(1), lastInboundAt: at },
      update: { lastInboundAt: at },
    })
  }
}

/** A Send that is over. */
export const finishSend = (sendId: string, at = new Date()) =>
  db().send.update({ where: { id: sendId }, data: { state: 'finished', startedAt: at, finishedAt: at } })
