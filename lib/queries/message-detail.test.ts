import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { createTestDatabase } from '@/lib/testing/database'
import { getMessageDetail } from './message-detail'
import { listRecipients } from './recipients'
import { getSend, listSends } from './sends'

const database = createTestDatabase()
const actor = systemActor('worker')
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 12, 0, seconds))
const message = { body: 'Oi, {{nome}}', button: 'Ver', sections: [{ rows: [{ id: 'a', title: 'Ação' }] }] }

type Made = Partial<Prisma.RecipientUncheckedCreateWithoutSendInput>

async function makeSend(people: Made[]) {
  const { id, recipients } = await db().send.create({
    data: {
      idempotencyKey: randomUUID(),
      message,
      searchText: 'oi',
      gateway: 'sandbox',
      recipientCount: people.length,
      recipients: {
        create: people.map((person, i) => ({
          phone: `+551199999000${i}`,
          person: `551199999000${i}`,
          status: 'accepted' as const,
          ...person,
        })),
      },
    },
    select: { id: true, recipients: { select: { id: true }, orderBy: { person: 'asc' } } },
  })
  return { id, recipients: recipients.map((recipient) => recipient.id) }
}

const answer = (recipientId: bigint | undefined, data: Partial<Prisma.InboundMessageUncheckedCreateInput> = {}) =>
  db().inboundMessage.create({
    data: {
      wamid: `wamid.${randomUUID()}`,
      gateway: 'sandbox',
      kind: 'listReply',
      type: 'interactive',
      sentAt: at(60),
      linkedBy: 'context',
      recipientId,
      ...data,
    },
  })

const get = (id: bigint | undefined) => getMessageDetail(actor, String(id))

beforeEach(() => database.truncate())

describe('one message', () => {
  it('comes with its Send, its values, the statuses as they were told, and the answers', async () => {
    const { id, recipients } = await makeSend([
      { wamid: 'wamid.1', values: { nome: 'Bia' }, status: 'read', sentAt: at(1), readAt: at(9), repliedAt: at(60) },
    ])
    const raw = { status: 'sent', id: 'wamid.1' }
    const statusEvent = { wamid: 'wamid.1', source: 'webhook' }
    await db().statusEvent.createMany({
      data: [
        { ...statusEvent, status: 'read', at: at(9), receivedAt: at(10) },
        { ...statusEvent, status: 'sent', at: at(1), receivedAt: at(12), raw },
        { ...statusEvent, status: 'sent', at: at(1), wamid: 'wamid.other' },
      ],
    })
    await answer(recipients[0], { rowId: 'a', title: 'Ação', raw: { type: 'interactive' } })
    const detail = await get(recipients[0])
    expect(detail?.send).toMatchObject({ id, message, gateway: 'sandbox', recipientCount: 1, template: null })
    expect(detail?.recipient).toMatchObject({
      values: { nome: 'Bia' },
      sentAt: at(1).toISOString(),
      deliveredAt: null,
      readAt: at(9).toISOString(),
      reply: { kind: 'listReply', title: 'Ação' },
    })
    expect(detail?.statuses.map(({ status, raw }) => [status, raw])).toEqual([
      ['read', null],
      ['sent', raw],
    ])
    expect(detail?.replies).toMatchObject([{ rowId: 'a', linkedBy: 'context', raw: { type: 'interactive' } }])
    expect(detail?.recipient.replies[0]).not.toHaveProperty('raw')
    expect(await getMessageDetail(actor, '999999')).toBeNull()
  })

  it('tells all that was answered, oldest first, and by the last tap what they chose', async () => {
    const { recipients } = await makeSend([{ repliedAt: at(60) }])
    const [recipient] = recipients
    await answer(recipient, { sentAt: at(300), kind: 'text', type: 'text', text: 'Obrigada!', linkedBy: 'person' })
    await answer(recipient, { sentAt: at(200), rowId: 'b', title: 'Depois' })
    await answer(recipient, { sentAt: at(60), rowId: 'a', title: 'Ação' })
    const detail = await get(recipient)
    expect(detail?.replies.map(({ title, text }) => title ?? text)).toEqual(['Ação', 'Depois', 'Obrigada!'])
    expect(detail?.recipient.reply?.title).toBe('Depois')
  })

  it('knows who stands before and after it, and the person’s contact', async () => {
    const { recipients } = await makeSend([{}, {}, {}])
    await makeSend([{ phone: '+5511999990009', person: '5511999990009' }])
    const contact = { person: '5511999990001', phone: '+5511999990001', name: 'Bia', searchText: 'bia' }
    const { id } = await db().contact.create({ data: { ...contact, lastInboundAt: at(0) } })
    const [first, second, third] = recipients.map(String)
    expect((await get(recipients[0]))?.beside).toEqual({ previous: null, next: second })
    expect(await get(recipients[1])).toMatchObject({
      beside: { previous: first, next: third },
      contact: { id, name: 'Bia', lastInboundAt: at(0).toISOString() },
    })
    expect(await get(recipients[2])).toMatchObject({ beside: { previous: second, next: null }, contact: null })
  })

  it('is linked to the one that was sent again for it', async () => {
    const { recipients } = await makeSend([{ status: 'failed', errorCode: 131026 }])
    const again = await makeSend([{}])
    await db().send.update({ where: { id: again.id }, data: { resendOfId: recipients[0] } })
    expect((await get(recipients[0]))?.recipient.resend?.sendId).toBe(again.id)
    expect((await get(again.recipients[0]))?.send.resendOf?.recipientId).toBe(String(recipients[0]))
  })
})

describe('the message of somebody whose data was deleted', () => {
  it('keeps what became of it, and tells nothing that came', async () => {
    const removed = { phone: 'removed', person: 'removed-1', wamid: 'wamid.1', status: 'read' as const, readAt: at(9) }
    const { recipients } = await makeSend([{ ...removed, repliedAt: at(60) }])
    const raw = { recipient_id: '5511999990000' }
    await db().statusEvent.create({
      data: { wamid: 'wamid.1', status: 'read', at: at(9), source: 'webhook', raw },
    })
    await answer(recipients[0], { title: 'Ação', raw: { from: '5511999990000' } })
    expect(await get(recipients[0])).toMatchObject({
      recipient: { status: 'read', readAt: at(9).toISOString(), reply: null, replies: [] },
      statuses: [{ status: 'read', raw: null }],
      replies: [],
    })
  })
})

describe('the answers to a Send', () => {
  it('are counted, listed as a group of their own, and told in each line', async () => {
    const replied = { status: 'read' as const, repliedAt: at(60) }
    const { id, recipients } = await makeSend([replied, {}, replied, { status: 'read' }])
    await answer(recipients[0], { rowId: 'a', title: 'Ação' })
    await answer(recipients[2], { kind: 'text', type: 'text', text: 'Quero o boleto' })
    const { recipients: all } = await listRecipients(actor, id)
    expect(all.map(({ reply }) => reply && (reply.title ?? reply.text))).toEqual(['Ação', null, 'Quero o boleto', null])
    const page = await listRecipients(actor, id, { group: 'replied', limit: 1 })
    expect(page.recipients.map((one) => one.id)).toEqual([String(recipients[0])])
    const rest = await listRecipients(actor, id, { group: 'replied', after: page.nextCursor })
    expect(rest).toMatchObject({ recipients: [{ id: String(recipients[2]) }], nextCursor: null })
    expect((await getSend(actor, id))?.replied).toBe(2)
    expect((await listSends(actor, {})).sends[0]?.replied).toEqual({ count: 2, isMore: false })
  })

  it('stay with the only recipient of a Send', async () => {
    const { id, recipients } = await makeSend([{ repliedAt: at(60) }])
    await answer(recipients[0], { rowId: 'a', title: 'Ação' })
    expect(await getSend(actor, id)).toMatchObject({
      replied: 1,
      recipient: { repliedAt: at(60).toISOString(), reply: { title: 'Ação' }, replies: [{ rowId: 'a' }] },
    })
  })
})
