import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { toCallbackData } from '@/lib/domain/callback-data'
import type { DeliveryStatus } from '@/lib/domain/delivery-status'
import { advanceStatus } from '@/lib/domain/status-advance'
import type { WebhookUpdates } from '@/lib/domain/webhook-update'
import { createTestDatabase } from '@/lib/testing/database'
import { MESSAGE, makeSend, phones } from '@/lib/testing/send'
import { toListReplyUpdate, toStatusUpdate, toTextUpdate, toUpdates } from '@/lib/testing/webhook'
import { claimRecipients } from './claim-recipients'
import { sweepUpdates } from './claim-updates'
import { recordOutcomes } from './record-outcomes'
import { recordDeliveries, recordUpdates } from './record-updates'
import { startSending } from './start-sending'

const database = createTestDatabase()
beforeEach(() => database.truncate())

const actor = systemActor('webhook')
const NOW = Math.floor(Date.now() / 1000) * 1000
const minutesAgo = (minutes: number) => new Date(NOW - minutes * 60_000)

/** A Send to so many people, all accepted: wamid.0, wamid.1 … */
async function accepted(count = 1, input: Parameters<typeof makeSend>[0] = {}): Promise<string> {
  const id = await makeSend({ phones: phones(count), ...input })
  await database.query(
    `update recipient r set status = 'accepted', attempt = 1, sending_at = now() - interval '1 hour',
       settled_at = now() - interval '1 hour', wamid = $2 || (n.n - 1)
     from (select id, row_number() over (order by id) as n from recipient where send_id = $1) n
     where n.id = r.id`,
    [id, `wamid.${input.idempotencyKey ?? ''}`],
  )
  return id
}

const record = (parts: Partial<WebhookUpdates>, gateway: 'sandbox' | 'vectalk' = 'sandbox') =>
  recordUpdates(actor, toUpdates(parts), { gateway, source: 'webhook', bytes: 100 })

type Row = Record<string, unknown>
const rows = () =>
  database.query<Row>(
    `select id::text, phone, wamid, status::text, sent_at, delivered_at, read_at, failed_at, replied_at, chose_row_id, chose_at,
       error_code, error_title, error_details, unknown_why from recipient r order by r.id`,
  )
const row = async () => (await rows())[0]
const events = () =>
  database.query<Row>('select wamid, status, at, recipient_id::text from status_event order by wamid, status')
const inbound = () =>
  database.query<Row>(
    'select wamid, kind, recipient_id::text, send_id, linked_by, row_id, text, person from inbound_message order by id',
  )
const contacts = () =>
  database.query<Row>('select person, phone, name, search_text, last_inbound_at from contact order by person')

/** The counters of all Sends against the rows themselves. */
async function expectCountsToHold(): Promise<void> {
  const counted = await database.query(
    'select send_id, status::text, sum(delta)::int as n from send_count group by 1, 2 having sum(delta) <> 0 order by 1, 2',
  )
  const recounted = await database.query(
    'select send_id, status::text, count(*)::int as n from recipient group by 1, 2 order by 1, 2',
  )
  expect(counted).toEqual(recounted)
}

const shuffled = <Item>(items: Item[]): Item[] =>
  items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)

const FAILED = { error: { code: 131047, title: 'Re-engagement message', details: 'More than 24 hours' } }

describe('a status', () => {
  it('climbs, fills its own time, and is kept with what came', async () => {
    await accepted()
    const [sent, read] = [minutesAgo(3), minutesAgo(1)]
    expect(await record({ statuses: [toStatusUpdate('wamid.0', 'sent', { at: sent })] })).toEqual({
      statuses: 1,
      messages: 0,
      repeated: 0,
      unknown: 0,
    })
    await record({ statuses: [toStatusUpdate('wamid.0', 'read', { at: read })] })
    const { id, ...now } = (await row()) ?? {}
    expect(now).toMatchObject({ status: 'read', sent_at: sent, delivered_at: null, read_at: read, failed_at: null })
    expect(await events()).toEqual([
      { wamid: 'wamid.0', status: 'read', at: read, recipient_id: id },
      { wamid: 'wamid.0', status: 'sent', at: sent, recipient_id: id },
    ])
    await expectCountsToHold()
  })

  it('that comes late fills its time and undoes nothing', async () => {
    await accepted()
    await record({ statuses: [toStatusUpdate('wamid.0', 'read', { at: minutesAgo(1) })] })
    await record({ statuses: [toStatusUpdate('wamid.0', 'delivered', { at: minutesAgo(2) })] })
    expect(await row()).toMatchObject({ status: 'read', delivered_at: minutesAgo(2), read_at: minutesAgo(1) })
  })

  it('failed keeps its code and words; reached after all, by another device, it shows none', async () => {
    await accepted()
    await record({ statuses: [toStatusUpdate('wamid.0', 'failed', { at: minutesAgo(2), ...FAILED })] })
    expect(await row()).toMatchObject({
      status: 'failed',
      failed_at: minutesAgo(2),
      error_code: 131047,
      error_title: 'Re-engagement message',
      error_details: 'More than 24 hours',
    })
    await record({ statuses: [toStatusUpdate('wamid.0', 'delivered', { at: minutesAgo(1) })] })
    const either = await row()
    expect(either).toMatchObject({ status: 'delivered', failed_at: minutesAgo(2), error_code: null, error_title: null })

    await database.truncate()
    await accepted()
    await record({ statuses: [toStatusUpdate('wamid.0', 'delivered', { at: minutesAgo(1) })] })
    await record({ statuses: [toStatusUpdate('wamid.0', 'failed', { at: minutesAgo(2), ...FAILED })] })
    expect(await row()).toEqual(either)
  })

  it('replayed ten times, shuffled and reversed, by four at once: the highest rank, exact events, counters that hold', async () => {
    await accepted(30)
    const stories = [
      ['sent', 'delivered', 'read'],
      ['sent', 'failed'],
      ['delivered', 'failed', 'sent'],
      ['read'],
      ['sent'],
    ]
    const told = Array.from({ length: 30 }, (_, i) => ({ wamid: `wamid.${i}`, story: stories[i % 5] ?? [] }))
    const statuses = told.flatMap(({ wamid, story }) =>
      story.map((status, i) =>
        toStatusUpdate(wamid, status, { at: minutesAgo(10 - i), ...(status === 'failed' && FAILED) }),
      ),
    )
    const all = shuffled(Array.from({ length: 10 }, (_, i) => (i % 2 ? statuses : statuses.toReversed())).flat())
    const parts = Array.from({ length: 12 }, (_, i) => all.filter((_, n) => n % 12 === i))
    const recorded = (
      await Promise.all(
        [0, 1, 2, 3].map(async (lane) => {
          const done = []
          for (const part of parts.filter((_, i) => i % 4 === lane)) done.push(await record({ statuses: part }))
          return done
        }),
      )
    ).flat()
    const sum = (key: 'statuses' | 'repeated') => recorded.reduce((total, one) => total + one[key], 0)
    expect(sum('statuses')).toBe(statuses.length * 10)
    expect(sum('repeated')).toBe(statuses.length * 9)
    expect(await events()).toHaveLength(statuses.length)
    const ends = told.map(({ story }) => story.reduce<DeliveryStatus>(advanceStatus, 'accepted'))
    expect((await rows()).map(({ status }) => status)).toEqual(ends)
    await expectCountsToHold()
    // Days later, the same once more.
    const before = await rows()
    expect(await record({ statuses })).toMatchObject({ repeated: statuses.length })
    expect(await rows()).toEqual(before)
    await expectCountsToHold()
  })

  it('of a kind that nobody knows is kept and moves nothing', async () => {
    await accepted()
    await record({ statuses: [toStatusUpdate('wamid.0', 'played')] })
    expect(await row()).toMatchObject({ status: 'accepted' })
    expect(await events()).toMatchObject([{ status: 'played' }])
  })

  it('of somebody else’s message is kept, and is nobody’s', async () => {
    expect(await record({ statuses: [toStatusUpdate('wamid.other', 'sent')] })).toMatchObject({ repeated: 0 })
    expect(await events()).toMatchObject([{ wamid: 'wamid.other', recipient_id: null }])
  })
})

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
    expect(await inbound()).toMatchObject([{ recipient_id: String(claimed[2]?.id), linked_by: 'context' }])
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

describe('who writes', () => {
  it('is a contact from then on, with the provider’s own time, and searched by name and number', async () => {
    const message = toTextUpdate('oi', { waId: '553188887777', profileName: 'José  da Silva', at: minutesAgo(7) })
    await record({ messages: [message] })
    await record({
      messages: [toTextUpdate('antes', { waId: '5531988887777', profileName: 'Outro', at: minutesAgo(60) })],
    })
    expect(await contacts()).toEqual([
      {
        person: '5531988887777',
        phone: '+553188887777',
        name: 'José da Silva',
        search_text: 'jose da silva 553188887777 5531988887777',
        last_inbound_at: minutesAgo(7),
      },
    ])
  })

  it('keeps a name that somebody gave them, and gets one where there is none', async () => {
    await database.query(
      `insert into contact (id, person, phone, name, search_text, updated_at)
       values (gen_random_uuid(), '5511900007777', '+5511900007777', '', '5511900007777 vip', now()),
         (gen_random_uuid(), '5511900017777', '+5511900017777', 'Ana', 'ana 5511900017777', now())`,
    )
    const written = ['5511900007777', '5511900017777'].map((waId) => toTextUpdate('oi', { waId, profileName: 'Zé' }))
    await record({ messages: written })
    expect(await contacts()).toMatchObject([
      { name: 'Zé', search_text: 'ze 5511900007777 vip' },
      { name: 'Ana', search_text: 'ana 5511900017777' },
    ])
  })

  it('by the stand-in opens no window while a real connection is in use', async () => {
    await database.query(
      `insert into connection (id, name, base_url, sealed_token, updated_at)
       values (gen_random_uuid(), 'vectalk', 'https://example.com', 'v1.unreadable', now())`,
    )
    await record({ messages: [toTextUpdate('oi', { waId: '5511900007777' })] })
    expect(await contacts()).toEqual([])
    await record({ messages: [toTextUpdate('oi', { waId: '5511900007777' })] }, 'vectalk')
    expect(await contacts()).toHaveLength(1)
  })

  it('in the future, by the provider’s clock, opens it now', async () => {
    await record({ messages: [toTextUpdate('oi', { waId: '5511900007777', at: minutesAgo(-600) })] })
    expect(await database.query('select last_inbound_at <= now() as sane from contact')).toEqual([{ sane: true }])
  })
})

describe('a delivery', () => {
  const deliveries = () =>
    database.query<Row>('select bytes, statuses, messages, repeated, unknown, unread from webhook_delivery order by id')

  it('is counted, with what nobody can read as it came, at most so much of it', async () => {
    await record({ unknown: [{ field: 'account_alerts', half: '\ud800', zero: 'a\0b', slash: '\\u0000' }] })
    await record({ unknown: [{ much: 'x'.repeat(100_000) }] })
    const [first, second] = await deliveries()
    expect(first).toEqual({
      bytes: 100,
      statuses: 0,
      messages: 0,
      repeated: 0,
      unknown: 1,
      unread: [{ field: 'account_alerts', half: '\ufffd', zero: 'a\ufffdb', slash: '\\u0000' }],
    })
    expect(second?.unread).toMatchObject({ cut: true })
    expect(JSON.stringify(second?.unread).length).toBeLessThan(64_000)
  })

  it('of the gateway’s list is no POST', async () => {
    await accepted()
    await recordUpdates(actor, toUpdates({ statuses: [toStatusUpdate('wamid.0', 'sent')] }), {
      gateway: 'sandbox',
      source: 'list',
      bytes: 0,
    })
    expect(await row()).toMatchObject({ status: 'sent' })
    expect(await deliveries()).toEqual([])
  })

  it('knows the moment better than the list that told of it before', async () => {
    await accepted()
    const listed = toUpdates({ statuses: [toStatusUpdate('wamid.0', 'delivered', { at: minutesAgo(1) })] })
    await recordUpdates(actor, listed, { gateway: 'sandbox', source: 'list', bytes: 0 })
    expect(await record({ statuses: [toStatusUpdate('wamid.0', 'delivered', { at: minutesAgo(9) })] })).toMatchObject({
      repeated: 1,
    })
    expect(await row()).toMatchObject({ delivered_at: minutesAgo(9) })
    await recordUpdates(actor, listed, { gateway: 'sandbox', source: 'list', bytes: 0 })
    expect(await row()).toMatchObject({ delivered_at: minutesAgo(9) })
    expect(await events()).toMatchObject([{ at: minutesAgo(9) }])
  })

  it('among many in one transaction has its own counts', async () => {
    await accepted(2)
    const of = (parts: Partial<WebhookUpdates>) =>
      ({ updates: toUpdates(parts), gateway: 'sandbox', source: 'webhook', bytes: 5 }) as const
    const sent = toStatusUpdate('wamid.0', 'sent')
    const counts = await recordDeliveries(actor, [
      of({ statuses: [sent] }),
      of({ statuses: [sent, toStatusUpdate('wamid.1', 'read')], unknown: [1] }),
      of({ messages: [toListReplyUpdate('wamid.1', 'h_09')] }),
    ])
    expect(counts).toEqual([
      { statuses: 1, messages: 0, repeated: 0, unknown: 0 },
      { statuses: 2, messages: 0, repeated: 1, unknown: 1 },
      { statuses: 0, messages: 1, repeated: 0, unknown: 0 },
    ])
    expect(await deliveries()).toHaveLength(3)
  })

  it('that the database will not hold is kept as unread, and keeps the others from nothing', async () => {
    await accepted(1)
    const of = (parts: Partial<WebhookUpdates>) =>
      ({ updates: toUpdates(parts), gateway: 'sandbox', source: 'webhook', bytes: 5 }) as const
    const bad = toStatusUpdate('wamid.0', 'read', { error: { code: 1, title: 'a\0b', details: null } })
    const counts = await recordDeliveries(actor, [
      of({ statuses: [toStatusUpdate('wamid.0', 'sent')] }),
      of({ statuses: [bad] }),
      of({ statuses: [toStatusUpdate('wamid.0', 'delivered')] }),
    ])
    expect(counts.map(({ unknown }) => unknown)).toEqual([0, 1, 0])
    expect(await row()).toMatchObject({ status: 'delivered' })
  })
})
