import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { toCallbackData } from '@/lib/domain/callback-data'
import { makeSend, phones } from '@/lib/testing/send'
import { createUpdatesBench, FAILED, minutesAgo } from '@/lib/testing/updates'
import { toListReplyUpdate, toStatusUpdate } from '@/lib/testing/webhook'
import { claimRecipients } from './claim-recipients'
import { sweepUpdates } from './claim-updates'
import { recordOutcomes } from './record-outcomes'
import { startSending } from './start-sending'

const { database, actor, record, rows, row, events, inbound, expectCountsToHold } = createUpdatesBench()

describe('a status before the answer to its request', () => {
  async function sending(count = 1) {
    const owner = randomUUID()
    await makeSend({ phones: phones(count) })
    const claimed = await claimRecipients(actor, { owner, gateway: 'sandbox', limit: 100, leaseMs: 30_000 })
    await startSending(actor, { owner, gateway: 'sandbox', recipients: claimed, leaseMs: 30_000 })
    return claimed.sort((a, b) => Number(a.id - b.id))
  }
  const answer = (claimed: { id: bigint; attempt: number }[]) =>
    recordOutcomes(
      actor,
      claimed.map(({ id, attempt }, i) => ({
        id,
        attempt,
        outcome: { kind: 'accepted', wamid: `wamid.${i}`, input: '1', waId: '1', httpStatus: 200, answer: {} },
      })),
    )

  it('waits, and counts once the answer is recorded', async () => {
    const claimed = await sending(3)
    await record({
      statuses: [
        toStatusUpdate('wamid.0', 'delivered', { at: minutesAgo(1) }),
        toStatusUpdate('wamid.1', 'failed', { at: minutesAgo(1), ...FAILED }),
      ],
      messages: [toListReplyUpdate('wamid.2', 'h_09')],
    })
    expect((await rows()).map(({ status }) => status)).toEqual(['sending', 'sending', 'sending'])
    await answer(claimed)
    expect(await rows()).toMatchObject([
      { status: 'delivered', delivered_at: minutesAgo(1) },
      { status: 'failed', error_code: 131047 },
      { status: 'read', chose_row_id: 'h_09' },
    ])
    expect((await events()).map(({ recipient_id }) => recipient_id)).toEqual(
      claimed.slice(0, 2).map(({ id }) => String(id)),
    )
    expect(await inbound()).toMatchObject([
      { recipient_id: String(claimed[2]?.id), linked_by: 'context', person: phones(3)[2]?.slice(1) },
    ])
    await expectCountsToHold()
  })

  it('that neither transaction saw of the other is found by the sweep', async () => {
    const [one] = await sending()
    await record({ statuses: [toStatusUpdate('wamid.0', 'read')] })
    await database.query("update recipient set status = 'accepted', wamid = 'wamid.0' where id = $1", [String(one?.id)])
    await sweepUpdates(actor, 30)
    expect(await row()).toMatchObject({ status: 'read' })
    expect(await events()).toMatchObject([{ recipient_id: String(one?.id) }])
    await sweepUpdates(actor, 30)
    await expectCountsToHold()
  })

  it('names an uncertain recipient by our callback data, of that very attempt alone', async () => {
    const [one, two] = await sending(2)
    await database.query("update recipient set status = 'unconfirmed', unknown_why = 'timeout', settled_at = now()")
    const data = (id: bigint | undefined, attempt: number) => ({
      callbackData: toCallbackData({ id: id ?? 0n, attempt }),
    })
    await record({
      statuses: [
        toStatusUpdate('wamid.a', 'delivered', data(one?.id, 1)),
        toStatusUpdate('wamid.b', 'sent', data(two?.id, 2)),
        toStatusUpdate('wamid.c', 'sent', { callbackData: 'somebody else’s' }),
      ],
    })
    expect(await rows()).toMatchObject([
      { status: 'delivered', wamid: 'wamid.a', unknown_why: null },
      { status: 'unconfirmed', wamid: null },
    ])
    await expectCountsToHold()
  })

  it('leaves one that is still on its way to its answer, and names it once its worker is gone', async () => {
    const [one] = await sending()
    const callbackData = toCallbackData({ id: one?.id ?? 0n, attempt: 1 })
    const raw = { biz_opaque_callback_data: callbackData }
    await record({ statuses: [toStatusUpdate('wamid.a', 'read', { callbackData, raw })] })
    expect(await row()).toMatchObject({ status: 'sending', wamid: null })
    await database.query(
      "update recipient set status = 'unconfirmed', unknown_why = 'workerStopped', settled_at = now()",
    )
    await sweepUpdates(actor, 900)
    expect(await row()).toMatchObject({ status: 'read', wamid: 'wamid.a', unknown_why: null })
    await expectCountsToHold()
  })

  it('believes callback data of VecTalk’s only where its connection hands it back', async () => {
    await makeSend({ gateway: 'vectalk' })
    await database.query("update recipient set status = 'unconfirmed', attempt = 1, settled_at = now()")
    const callbackData = toCallbackData({ id: BigInt(String((await row())?.id)), attempt: 1 })
    await record({ statuses: [toStatusUpdate('wamid.a', 'sent', { callbackData })] }, 'vectalk')
    expect(await row()).toMatchObject({ status: 'unconfirmed' })
    await database.query(
      `insert into connection (id, name, base_url, passes_callback_data, updated_at)
       values (gen_random_uuid(), 'vectalk', 'https://example.com', true, now())`,
    )
    await record({ statuses: [toStatusUpdate('wamid.a', 'delivered', { callbackData })] }, 'vectalk')
    expect(await row()).toMatchObject({ status: 'delivered', wamid: 'wamid.a' })
  })
})
