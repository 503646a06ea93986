import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { db } from '@/lib/db/client'
import type { DeliveryStatus } from '@/lib/domain/delivery-status'
import { fold } from '@/lib/domain/fold'
import { listMessageTexts } from '@/lib/domain/list-message'
import { looksLikeWamid, type MessageFilters } from '@/lib/domain/message-filters'
import { toPersonKey } from '@/lib/domain/person-key'
import { toPhoneDigits } from '@/lib/domain/send-filters'
import { toShownStatus } from '@/lib/domain/shown-status'
import { tagKey } from '@/lib/domain/template-tags'
import { createTestDatabase } from '@/lib/testing/database'
import { type HistoryRow, listOf, makeHistorySend, readAllMessages } from '@/lib/testing/history'
import { countMessages } from './message-count'

const database = createTestDatabase()
const actor = systemActor('worker')

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
          const known: { made: (typeof sends)[number]; sendId: string; row: HistoryRow; id: string }[] = []
          const ids: string[] = []
          for (const made of sends) {
            const at = new Date(now - made.hoursAgo * 60 * MINUTE)
            const rows = made.rows.map((row, i): HistoryRow => {
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
            const sendId = await makeHistorySend({
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
              const text = fold(listMessageTexts(listOf(made.body)).join('\n'))
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
            const seen = await readAllMessages(filters, limit, async () => void made.push(await makeHistorySend(later)))
            expect(seen.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id))
            await db().send.deleteMany({ where: { id: { in: made } } })
          }
        },
      ),
      { numRuns: 15 },
    )
  }, 120_000)
})
