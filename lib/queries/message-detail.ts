import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import type { ListMessage } from '@/lib/domain/list-message'
import type { MessageDetail, MessageSend, MessageStatus } from '@/lib/domain/message-detail'
import { isRemovedPerson } from '@/lib/domain/removed-person'
import { recipientSelect, toRecipientView } from './recipients'
import { replySelect, toReply } from './replies'

const MOST_REPLIES = 100

const select = {
  ...recipientSelect,
  person: true,
  send: {
    select: {
      id: true,
      createdAt: true,
      message: true,
      gateway: true,
      includeRecipientType: true,
      recipientCount: true,
      isTest: true,
      templateVersion: true,
      createdBy: { select: { id: true, name: true } },
      template: { select: { id: true, name: true, version: true } },
      resendOf: { select: { id: true, createdAt: true } },
    },
  },
} satisfies Prisma.RecipientSelect

/** One message with all that was told of it, or null where there is none with this id. */
export async function getMessageDetail(_actor: Actor, id: string): Promise<MessageDetail | null> {
  const recipientId = BigInt(id)
  const row = await db().recipient.findUnique({ where: { id: recipientId }, select })
  if (!row) return null
  const { wamid, person, send } = row
  const beside = (is: 'lt' | 'gt') =>
    db().recipient.findFirst({
      where: { sendId: send.id, person: { [is]: person } },
      select: { id: true },
      orderBy: { person: is === 'lt' ? 'desc' : 'asc' },
    })
  const [statuses, newestFirst, contact, previous, next] = await Promise.all([
    wamid
      ? db().statusEvent.findMany({
          where: { wamid },
          select: { id: true, status: true, at: true, receivedAt: true, source: true, raw: true },
          orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
        })
      : [],
    db().inboundMessage.findMany({
      where: { recipientId },
      select: { ...replySelect, raw: true },
      orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
      take: MOST_REPLIES,
    }),
    db().contact.findUnique({ where: { person }, select: { id: true, name: true, lastInboundAt: true } }),
    beside('lt'),
    beside('gt'),
  ])
  // Whose data was deleted is told by nothing that came, whatever of it is still to be cleaned away.
  const isRemoved = isRemovedPerson(row)
  const replies = isRemoved ? [] : newestFirst.reverse().map(({ raw, ...reply }) => ({ ...toReply(reply), raw }))
  return {
    send: toSend(send),
    recipient: toRecipientView(
      row,
      replies.map(({ raw, ...reply }) => reply),
    ),
    statuses: statuses.map(({ id: statusId, at, receivedAt, source, status, raw }) => ({
      status,
      raw: isRemoved ? null : raw,
      id: String(statusId),
      at: at.toISOString(),
      receivedAt: receivedAt.toISOString(),
      source: source as MessageStatus['source'],
    })),
    replies,
    contact: contact && { ...contact, lastInboundAt: contact.lastInboundAt?.toISOString() ?? null },
    beside: { previous: previous && String(previous.id), next: next && String(next.id) },
  }
}

const toSend = ({
  template,
  templateVersion,
  resendOf,
  message,
  ...send
}: Prisma.RecipientGetPayload<{ select: typeof select }>['send']): MessageSend => ({
  ...send,
  createdAt: send.createdAt.toISOString(),
  // Checked before it was frozen, and not again: should a limit change, what was sent must still be shown.
  message: message as ListMessage,
  template: template && {
    id: template.id,
    name: template.name,
    usedVersion: templateVersion,
    version: template.version,
  },
  resendOf: resendOf && { recipientId: String(resendOf.id), createdAt: resendOf.createdAt.toISOString() },
})
