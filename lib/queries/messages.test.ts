import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { db } from '@/lib/db/client'
import type { DeliveryStatus } from '@/lib/domain/delivery-status'
import { fold } from '@/lib/domain/fold'
import { type ListMessage, listMessageTexts } from '@/lib/domain/list-message'
import { looksLikeWamid, type MessageFilters, messageCursorSchema } from '@/lib/domain/message-filters'
import { toPersonKey } from '@/lib/domain/person-key'
import { toPhoneDigits } from '@/lib/domain/send-filters'
import { toShownStatus } from '@/lib/domain/shown-status'
import { tagKey } from '@/lib/domain/template-tags'
import { createTestDatabase } from '@/lib/testing/database'
import { countMessages } from './message-count'
import { listMessages } from './messages'

const database = createTestDatabase()
const actor = systemActor('worker')

const list = (body: string, rowIds = ['a', 'b']): ListMessage => ({
  body,
  button: 'Ver',
  sections: [{ title: 'Tudo', rows: rowIds.map((id) => ({ id, title: `Opção ${id}` })) }],
})

type Row = {
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
  rows?: Row[]
}

async function makeSend({ at = new Date(), body = 'Oi', rowIds, rows = [], ...made }: Made = {}) {
  const message = list(body, rowIds)
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
async function readAll(filters: MessageFilters, limit = 50, between: () => Promise<unknown> = async () => undefined) {
  const seen = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listMessages>> = await listMessages(
      actor,
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

const phonesOf = async (filters: MessageFilters) => (await readAll(filters)).map(({ phone }) => phone)

beforeEach(() => database.truncate())

const PHONES = ['+5511999990001', '+5511999990002', '+5521988887777', '+351912345678', '+14155550123']
const STATUSES: DeliveryStatus[] = ['queued', 'leased', 'accepted', 'read', 'failed']
const BODIES = ['Promoção de sábado', 'Escolha um horário', 'Cobrança 2026']
const NAMES = ['Ana Souza', 'José', null]
const MINUTE = 60_000

const rowArbitrary = fc.record({
  minutes: fc.integer({ min: 0, max: 6 }),
  name: fc.constantFrom(...NAMES),
  status: fc.constantFrom(...STATUSES),
  code: fc.constantFrom(null, null, 131026, 131049),
  window: fc.constantFrom('open', 'closed', null),
  reply: fc.constantFrom(null, null, 'typed', 'a', 'b'),
  hasWamid: fc.boolean(),
})
const sendArbitrary = fc.record({
  hoursAgo: fc.constantFrom(0, 1, 5, 30, 100, 500),
  body: fc.constantFrom(...BODIES),
  isTest: fc.constantFrom(false, false, true),
  gateway: fc.constantFrom('sandbox' as const, 'vectalk' as const),
  sender: fc.integer({ min: -1, max: 1 }),
  template: fc.integer({ min: -1, max: 1 }),
  rows: fc.array(rowArbitrary, { minLength: 0, maxLength: PHONES.length }),
})
const filtersArbitrary = fc.record(
  {
    q: fc.constantFrom(
      '9999',
      '1',
      'ana',
      'souza 55',
      'promocao',
      'SÁBADO',
      '2026',
      '+55 (11) 99999-0001',
      'wamid.x1',
      'o',
    ),
    status: fc.constantFrom('queued' as const, 'accepted' as const, 'read' as const, 'failed' as const),
    code: fc.constantFrom(131026, 131049),
    template: fc.constantFrom(0, 1),
    tag: fc.constantFrom('COBRANCA', 'Verão', 'nenhuma'),
    sender: fc.constantFrom(0, 1),
    day: fc.constantFrom(0, 1, 4),
    days: fc.constantFrom(0, 3, 30),
    gateway: fc.constantFrom('sandbox' as const, 'vectalk' as const),
    window: fc.constantFrom('open' as const, 'closed' as const, 'unknown' as const),
    replied: fc.constantFrom('yes' as const, 'no' as const),
    tests: fc.constant('shown' as const),
    send: fc.integer({ min: 0, max: 3 }),
    row: fc.constantFrom('a', 'b', 'c'),
  },
  { requiredKeys: [] },
)

const dayOf = (at: Date) => at.toLocaleDateString('sv-SE', { timeZone: 'America/Sao_Paulo' })

describe('the messages of the history', () => {
  it('are those that a plain look at each of them would keep, page by page, whatever is made in the meantime', async () => {
    const users = await Promise.all(
      ['Ana', 'Bia'].map((name) => db().user.create({ data: { name, email: `${name}@example.com` } })),
    )
    const templates = await Promise.all(
      [['Cobrança', 'Mensal'], ['verão']].map((tags, i) =>
        db().listTemplate.create({ data: { name: `Modelo ${i}`, draft: {}, searchText: '', tags } }),
      ),
    )
    let wamids = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(sendArbitrary, { minLength: 1, maxLength: 7 }),
        fc.array(filtersArbitrary, { minLength: 6, maxLength: 6 }),
        fc.integer({ min: 1, max: 6 }),
        async (sends, asked, limit) => {
          await db().send.deleteMany()
          await db().$executeRaw`delete from person`
          const now = Date.now()
          const known: { made: (typeof sends)[number]; sendId: string; row: Row; id: string }[] = []
          const ids: string[] = []
          for (const made of sends) {
            const at = new Date(now - made.hoursAgo * 60 * MINUTE)
            const rows = made.rows.map((row, i): Row => {
              const wrote = new Date(at.getTime() + row.minutes * MINUTE)
              return {
                phone: PHONES[i] ?? '',
                name: row.name,
                status: row.status,
                at: wrote,
                code: row.code,
                wamid: row.hasWamid ? `wamid.x${++wamids % 3 === 0 ? wamids : `${wamids}y`}` : null,
                closesAt:
                  row.window && new Date(row.window === 'open' ? wrote.getTime() + 23 * 60 * MINUTE : now - MINUTE),
                repliedAt: row.reply === null ? null : new Date(wrote.getTime() + MINUTE),
                choseRowId: row.reply === null || row.reply === 'typed' ? null : row.reply,
              }
            })
            const sendId = await makeSend({
              at,
              body: made.body,
              isTest: made.isTest,
              gateway: made.gateway,
              sender: users[made.sender]?.id ?? null,
              template: templates[made.template]?.id ?? null,
              rows,
            })
            ids.push(sendId)
            const written = await db().recipient.findMany({ where: { sendId } })
            for (const row of rows)
              known.push({ made, sendId, row, id: String(written.find(({ phone }) => phone === row.phone)?.id) })
          }
          const people = await database.query<{ key: string; search_text: string }>('select * from person')
          for (const one of asked) {
            const { day, days, send, sender, template, ...rest } = one
            const from = day === undefined ? undefined : dayOf(new Date(now - (day + (days ?? 0)) * 24 * 60 * MINUTE))
            const to =
              day === undefined || days === undefined ? undefined : dayOf(new Date(now - day * 24 * 60 * MINUTE))
            const filters: MessageFilters = {
              ...rest,
              ...(from && { from }),
              ...(to && { to }),
              ...(send !== undefined && ids[send] && { send: ids[send] }),
              ...(sender !== undefined && { sender: users[sender]?.id }),
              ...(template !== undefined && { template: templates[template]?.id }),
            }
            const wanted = known.filter(({ made, row, sendId }) => {
              const window = !row.closesAt ? 'unknown' : row.closesAt.getTime() > now ? 'open' : 'closed'
              const tags = templates[made.template]?.tags ?? []
              const text = fold(listMessageTexts(list(made.body)).join('\n'))
              const person = people.find(({ key }) => key === toPersonKey(row.phone))?.search_text ?? ''
              const finds = (q: string) =>
                looksLikeWamid(q)
                  ? row.wamid === q
                  : person.includes(toPhoneDigits(q) ?? fold(q)) || text.includes(fold(q))
              return (
                (!filters.q || finds(filters.q)) &&
                (!filters.status || toShownStatus(row.status ?? 'accepted') === filters.status) &&
                (filters.code === undefined || row.code === filters.code) &&
                (template === undefined || made.template === template) &&
                (filters.tag === undefined || tags.some((tag) => tagKey(tag) === tagKey(filters.tag ?? ''))) &&
                (sender === undefined || made.sender === sender) &&
                (!filters.from || dayOf(row.at ?? new Date()) >= filters.from) &&
                (!filters.to || dayOf(row.at ?? new Date()) <= filters.to) &&
                (!filters.gateway || made.gateway === filters.gateway) &&
                (!filters.window || window === filters.window) &&
                (!filters.replied || (row.repliedAt !== null) === (filters.replied === 'yes')) &&
                (filters.tests === 'shown' || !made.isTest) &&
                (!filters.send || sendId === filters.send) &&
                (filters.row === undefined || row.choseRowId === filters.row)
              )
            })
            wanted.sort((a, b) => Number(b.row.at) - Number(a.row.at) || Number(b.id) - Number(a.id))
            expect(await countMessages(actor, filters)).toEqual({ count: wanted.length, isMore: false })
            const later = {
              at: new Date(now + 10 * MINUTE),
              rows: [{ phone: '+5511999990001', at: new Date(now + 10 * MINUTE) }],
            }
            const made: string[] = []
            const seen = await readAll(filters, limit, async () => void made.push(await makeSend(later)))
            expect(seen.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id))
            await db().send.deleteMany({ where: { id: { in: made } } })
          }
        },
      ),
      { numRuns: 15 },
    )
  }, 120_000)

  it('are shown with what their Send was at the time', async () => {
    const user = await db().user.create({ data: { name: 'Ana', email: 'ana@example.com' } })
    const template = await db().listTemplate.create({ data: { name: 'Cardápio', draft: {}, searchText: '' } })
    const at = new Date('2026-11-22T12:00:00.000Z')
    const sendId = await makeSend({
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
    await makeSend({ rows: [{ phone: '+5511999990001' }] })
    expect((await listMessages(actor, { q: 'caio' })).messages).toMatchObject([{ name: 'Caio' }])
    expect((await listMessages(actor, {})).messages).toMatchObject([{ name: null }])
  })

  it('have no title for a row that their Send did not have', async () => {
    await makeSend({ rows: [{ phone: '+5511999990001', repliedAt: new Date(), choseRowId: 'gone' }] })
    expect((await listMessages(actor, {})).messages).toMatchObject([{ choseRowId: 'gone', choseTitle: null }])
  })

  it('are found by a whole message id, and by its beginning where that is long enough to tell messages apart', async () => {
    const wamid = 'wamid.HBgNNTUxMTk5OTk5MDAwMRUCABEYEjlDQkY1'
    await makeSend({ rows: [{ phone: '+5511999990001', wamid }] })
    await makeSend({ rows: [{ phone: '+5511999990002', wamid: `${wamid.slice(0, 30)}zzzz` }] })
    expect(await phonesOf({ q: wamid })).toEqual(['+5511999990001'])
    expect(await phonesOf({ q: wamid.slice(0, 30) })).toHaveLength(2)
    expect(await phonesOf({ q: wamid.slice(0, 35) })).toEqual(['+5511999990001'])
    expect(await phonesOf({ q: 'wamid.HBgN' })).toEqual([])
  })

  it('take % _ and \\ as they stand', async () => {
    await makeSend({ body: '100% seu', rows: [{ phone: '+5511999990001' }] })
    await makeSend({ body: 'nada', rows: [{ phone: '+5511999990002', name: 'A_B' }] })
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

  it('has those at their place who were written down long after their Send was made', async () => {
    const template = (await db().listTemplate.create({ data: { name: 'Modelo', draft: {}, searchText: '' } })).id
    const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE)
    for (let i = 1; i <= 40; i++)
      await makeSend({ template, at: ago(60 * i), rows: [0, 1].map((j) => ({ phone: PHONES[j] ?? '' })) })
    const late = await makeSend({
      template,
      at: ago(41 * 60),
      rows: PHONES.map((phone, i) => ({ phone, at: ago(30 + 300 * i) })),
    })
    const seen = await readAll({ template }, 3)
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
    const seen = await readAll({ q: 'raro' }, 7)
    expect(seen).toHaveLength(80)
    expect(new Set(seen.map(({ id }) => id)).size).toBe(80)
    expect(await readAll({ q: 'raro', status: 'failed' })).toHaveLength(0)
    const common = await readAll({ q: 'comum' }, 90)
    expect(new Set(common.map(({ id }) => id)).size).toBe(3_920)
    expect(await readAll({ q: '000003' }, 9)).toHaveLength(400)
  })
})
