import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { db } from '@/lib/db/client'
import type { MessageFilters } from '@/lib/domain/message-filters'
import { createTestDatabase } from '@/lib/testing/database'
import { makeHistorySend, readAllMessages } from '@/lib/testing/history'
import { countMessages } from './message-count'
import { listMessages } from './messages'

const database = createTestDatabase()
const actor = systemActor('worker')

const phonesOf = async (filters: MessageFilters) => (await readAllMessages(filters)).map(({ phone }) => phone)

beforeEach(() => database.truncate())

describe('a message of the history', () => {
  it('are shown with what their Send was at the time', async () => {
    const user = await db().user.create({ data: { name: 'Ana', email: 'ana@example.com' } })
    const template = await db().listTemplate.create({ data: { name: 'Cardápio', draft: {}, searchText: '' } })
    const at = new Date('2026-11-22T12:00:00.000Z')
    const sendId = await makeHistorySend({
      at,
      body: '\n  \nOlá!\nEscolha:',
      sender: user.id,
      template: template.id,
      rows: [
        { phone: '+5511999990001', name: 'Caio', status: 'read', repliedAt: at, choseRowId: 'b', wamid: 'wamid.1' },
      ],
    })
    expect((await listMessages(actor, {})).messages).toEqual([
      {
        id: expect.stringMatching(/^\d+$/),
        sendId,
        createdAt: '2026-11-22T12:00:00.000Z',
        phone: '+5511999990001',
        name: 'Caio',
        status: 'read',
        skippedWhy: null,
        unknownWhy: null,
        errorCode: null,
        errorTitle: null,
        wamid: 'wamid.1',
        settledAt: null,
        sentAt: null,
        deliveredAt: null,
        readAt: null,
        failedAt: null,
        repliedAt: '2026-11-22T12:00:00.000Z',
        choseRowId: 'b',
        choseTitle: 'Opção b',
        windowClosesAt: null,
        gateway: 'sandbox',
        isTest: false,
        template: { id: template.id, name: 'Cardápio' },
        sender: { id: user.id, name: 'Ana' },
        firstLine: 'Olá!',
      },
    ])
  })

  it('are shown by the name that found them, where their Send knew none', async () => {
    await db().contact.create({
      data: { person: '5511999990001', phone: '+5511999990001', name: 'Caio', searchText: 'caio 5511999990001' },
    })
    await makeHistorySend({ rows: [{ phone: '+5511999990001' }] })
    expect((await listMessages(actor, { q: 'caio' })).messages).toMatchObject([{ name: 'Caio' }])
    expect((await listMessages(actor, {})).messages).toMatchObject([{ name: null }])
  })

  it('have no title for a row that their Send did not have', async () => {
    await makeHistorySend({ rows: [{ phone: '+5511999990001', repliedAt: new Date(), choseRowId: 'gone' }] })
    expect((await listMessages(actor, {})).messages).toMatchObject([{ choseRowId: 'gone', choseTitle: null }])
  })

  it('are found by a whole message id, and by its beginning where that is long enough to tell messages apart', async () => {
    const wamid = 'wamid.HBgNNTUxMTk5OTk5MDAwMRUCABEYEjlDQkY1'
    await makeHistorySend({ rows: [{ phone: '+5511999990001', wamid }] })
    await makeHistorySend({ rows: [{ phone: '+5511999990002', wamid: `${wamid.slice(0, 30)}zzzz` }] })
    expect(await phonesOf({ q: wamid })).toEqual(['+5511999990001'])
    expect(await phonesOf({ q: wamid.slice(0, 30) })).toHaveLength(2)
    expect(await phonesOf({ q: wamid.slice(0, 35) })).toEqual(['+5511999990001'])
    expect(await phonesOf({ q: wamid.slice(6) })).toEqual(['+5511999990001'])
    expect(await phonesOf({ q: 'wamid.HBgN' })).toEqual([])
  })

  it('take % _ and \\ as they stand', async () => {
    await makeHistorySend({ body: '100% seu', rows: [{ phone: '+5511999990001' }] })
    await makeHistorySend({ body: 'nada', rows: [{ phone: '+5511999990002', name: 'A_B' }] })
    expect(await phonesOf({ q: '0% s' })).toEqual(['+5511999990001'])
    expect(await phonesOf({ q: 'a_b' })).toEqual(['+5511999990002'])
    expect(await phonesOf({ q: 'a%b' })).toEqual([])
  })
})

describe('a long history of messages', () => {
  /** `sends` Sends of `each` people, a minute apart; the people are the same in all of them. */
  const seed = async (sends: number, each: number) => {
    await database.query(
      `insert into send (id, idempotency_key, message, search_text, gateway, recipient_count, created_at)
       select md5(i::text)::uuid, i::text, '{"body":"x","sections":[]}', case when i % 50 = 0 then 'raro' else 'comum' end,
         'sandbox', $2, now() - i * interval '1 minute'
       from generate_series(1, $1) i`,
      [sends, each],
    )
    await database.query(
      `insert into recipient (send_id, phone, person, status, created_at)
       select md5(i::text)::uuid, '+55119' || lpad(j::text, 8, '0'), '55119' || lpad(j::text, 8, '0'),
         (case when j % 40 = 0 then 'failed' else 'accepted' end)::delivery_status, now() - i * interval '1 minute'
       from generate_series(1, $1) i, generate_series(1, $2) j`,
      [sends, each],
    )
    await database.query('analyze')
  }

  it('is counted up to ten thousand, and no further', async () => {
    await seed(21, 500)
    expect(await countMessages(actor, {})).toEqual({ count: 10_000, isMore: true })
    expect(await countMessages(actor, { q: 'comum' })).toEqual({ count: 10_000, isMore: true })
    expect(await countMessages(actor, { status: 'failed' })).toEqual({ count: 252, isMore: false })
    expect(await countMessages(actor, { q: '5511900000007' })).toEqual({ count: 21, isMore: false })
  })

  const MINUTE = 60_000
  const PHONES = ['+5511999990001', '+5511999990002', '+5521988887777', '+351912345678', '+14155550123']

  it('has those at their place who were written down long after their Send was made', async () => {
    const template = (await db().listTemplate.create({ data: { name: 'Modelo', draft: {}, searchText: '' } })).id
    const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE)
    for (let i = 1; i <= 40; i++)
      await makeHistorySend({ template, at: ago(60 * i), rows: [0, 1].map((j) => ({ phone: PHONES[j] ?? '' })) })
    const late = await makeHistorySend({
      template,
      at: ago(41 * 60),
      rows: PHONES.map((phone, i) => ({ phone, at: ago(30 + 300 * i) })),
    })
    const seen = await readAllMessages({ template }, 3)
    expect(seen).toHaveLength(85)
    expect(seen.filter(({ sendId }) => sendId === late)).toHaveLength(5)
    expect(seen.map(({ createdAt }) => createdAt)).toEqual(
      seen
        .map(({ createdAt }) => createdAt)
        .toSorted()
        .reverse(),
    )
  })

  it('finds every message of a rare text among many Sends', async () => {
    await seed(400, 10)
    const seen = await readAllMessages({ q: 'raro' }, 7)
    expect(seen).toHaveLength(80)
    expect(new Set(seen.map(({ id }) => id)).size).toBe(80)
    expect(await readAllMessages({ q: 'raro', status: 'failed' })).toHaveLength(0)
    const common = await readAllMessages({ q: 'comum' }, 90)
    expect(new Set(common.map(({ id }) => id)).size).toBe(3_920)
    expect(await readAllMessages({ q: '000003' }, 9)).toHaveLength(400)
  })
})
