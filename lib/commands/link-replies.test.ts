import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { MESSAGE, makeSend, phones } from '@/lib/testing/send'
import { createUpdatesBench, FAILED, minutesAgo, shuffled } from '@/lib/testing/updates'
import { toListReplyUpdate, toStatusUpdate, toTextUpdate } from '@/lib/testing/webhook'
import { sweepUpdates } from './claim-updates'

const { database, actor, accepted, record, rows, row, inbound, contacts, expectCountsToHold } = createUpdatesBench()

describe('an answer', () => {
  it('by a tap is tied to its list and row, counts as read, and comes once however often it is told', async () => {
    const sendId = await accepted()
    const tap = toListReplyUpdate('wamid.0', 'h_09', { at: minutesAgo(2), waId: '5511900007777' })
    expect(await record({ messages: [tap, tap] })).toMatchObject({ messages: 2, repeated: 1 })
    expect(await record({ messages: [tap] })).toMatchObject({ messages: 1, repeated: 1 })
    const { id } = (await row()) ?? {}
    expect(await inbound()).toEqual([
      {
        wamid: tap.wamid,
        kind: 'listReply',
        recipient_id: id,
        send_id: sendId,
        linked_by: 'context',
        row_id: 'h_09',
        text: null,
        person: '5511900007777',
      },
    ])
    expect(await row()).toMatchObject({
      status: 'read',
      read_at: null,
      replied_at: minutesAgo(2),
      chose_row_id: 'h_09',
      chose_at: minutesAgo(2),
    })
    await expectCountsToHold()
  })

  it('keeps the first moment and the last tap, in whatever order they come', async () => {
    await accepted()
    const told = [
      toTextUpdate('oi', { at: minutesAgo(9), contextWamid: 'wamid.0' }),
      toListReplyUpdate('wamid.0', 'first', { at: minutesAgo(8) }),
      toListReplyUpdate('wamid.0', 'last', { at: minutesAgo(5) }),
    ]
    for (const one of shuffled(told)) await record({ messages: [one] })
    expect(await row()).toMatchObject({ replied_at: minutesAgo(9), chose_row_id: 'last', chose_at: minutesAgo(5) })
  })

  it('to a message that is none of ours is kept and linked to nobody', async () => {
    await accepted()
    await record({
      messages: [
        toListReplyUpdate('wamid.unknown', 'h_09', { waId: '5521988887777' }),
        toListReplyUpdate('wamid.unknown', 'another row', { waId: '5511900007777' }),
        toTextUpdate('about something else', { contextWamid: 'wamid.unknown', waId: '5511900007777' }),
      ],
    })
    expect((await inbound()).map(({ recipient_id, linked_by }) => ({ recipient_id, linked_by }))).toEqual(
      Array(3).fill({ recipient_id: null, linked_by: null }),
    )
    expect(await row()).toMatchObject({ status: 'accepted', replied_at: null })
  })

  it('in words goes to the last list that this person got in the three days before, without a ninth digit too', async () => {
    const mobile = ['+5511988887777']
    await accepted(1, { idempotencyKey: randomUUID(), phones: mobile })
    await database.query("update recipient set sending_at = now() - interval '2 hours'")
    const last = await accepted(1, { phones: mobile })
    await makeSend({ phones: mobile })
    await record({ messages: [toTextUpdate('quero o boleto', { waId: '551188887777' })] })
    expect(await inbound()).toMatchObject([{ send_id: last, linked_by: 'person', text: 'quero o boleto' }])
    await database.query("update recipient set sending_at = now() - interval '73 hours' where sending_at is not null")
    await record({ messages: [toTextUpdate('oi', { waId: '551188887777' })] })
    expect((await inbound())[1]).toMatchObject({ send_id: null })
  })

  it('by a tap that points at no message of ours goes by the person where its row stands in their list', async () => {
    const old = await accepted(1, { idempotencyKey: randomUUID() })
    const other = { ...MESSAGE, sections: [{ rows: [{ id: 'other', title: 'Outra' }] }] }
    await accepted(1, { message: other })
    await record({ messages: [toListReplyUpdate(null, 'h_09', { waId: '5511900007777' })] })
    expect(await inbound()).toMatchObject([{ send_id: old, linked_by: 'person', row_id: 'h_09' }])
  })

  it('waits while the list that it may be about is still on its way', async () => {
    await accepted(1, { idempotencyKey: randomUUID() })
    const sendId = await makeSend()
    await database.query("update recipient set status = 'sending', sending_at = now() where send_id = $1", [sendId])
    await record({ messages: [toListReplyUpdate('wamid.new', 'h_09', { waId: '5511900007777' })] })
    expect(await inbound()).toMatchObject([{ send_id: null }])
    await database.query("update recipient set status = 'accepted', wamid = 'wamid.new' where send_id = $1", [sendId])
    await sweepUpdates(actor, 900)
    expect(await inbound()).toMatchObject([{ send_id: sendId, linked_by: 'context' }])
  })

  it('with no phone anywhere is known by the message that it answers', async () => {
    await accepted()
    await record({ messages: [toListReplyUpdate('wamid.0', 'h_09', { at: minutesAgo(4), profileName: 'Zé' })] })
    expect(await contacts()).toMatchObject([
      { person: '5511900007777', phone: phones(1)[0], last_inbound_at: minutesAgo(4) },
    ])
    await record({ messages: [toTextUpdate('oi')] })
    expect(await contacts()).toHaveLength(1)
    expect((await inbound())[1]).toMatchObject({ person: null, recipient_id: null })
  })

  it('shows that a message told as failed, or uncertain, was there', async () => {
    await accepted(2)
    await record({ statuses: [toStatusUpdate('wamid.0', 'failed', FAILED)] })
    await record({ messages: [toListReplyUpdate('wamid.0', 'h_09')] })
    expect(await row()).toMatchObject({ status: 'read', error_code: null })
    await database.query("update recipient set status = 'unconfirmed', wamid = null where wamid = 'wamid.1'")
    await record({ messages: [toListReplyUpdate('wamid.lost', 'h_09', { waId: phones(2)[1]?.slice(1) ?? '' })] })
    expect((await rows())[1]).toMatchObject({ status: 'read', chose_row_id: 'h_09' })
    await expectCountsToHold()
  })
})
