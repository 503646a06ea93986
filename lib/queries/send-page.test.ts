import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { db } from '@/lib/db/client'
import { type SendFilters, sendCursorSchema } from '@/lib/domain/send-filters'
import { createTestDatabase } from '@/lib/testing/database'
import { list, recordSend } from '@/lib/testing/send-record'
import { sendPageSql } from './send-page'
import { listSendFilterOptions, listSends } from './sends'

const database = createTestDatabase()
const actor = systemActor('worker')

const found = async (filters: SendFilters) => (await listSends(actor, filters)).sends.map((send) => send.id)

beforeEach(() => database.truncate())

describe('a page of the history', () => {
  it('goes on where the one before it ended, even among equal moments', async () => {
    const at = '2026-11-22T12:00:00.123Z'
    for (let i = 0; i < 7; i++) await recordSend({ at })
    const whole = await found({})
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof listSends>> = await listSends(
        actor,
        {},
        cursor ? sendCursorSchema.parse(cursor) : null,
        3,
      )
      seen.push(...page.sends.map((send) => send.id))
      cursor = page.nextCursor
    } while (cursor)
    expect(seen).toEqual(whole)
    expect(new Set(seen).size).toBe(7)
  })

  it('is not shifted by a Send made in between', async () => {
    for (const minute of ['01', '02', '03']) await recordSend({ at: `2026-11-22T12:${minute}:00Z` })
    const [third, second, first] = await found({})
    const page = await listSends(actor, {}, null, 2)
    await recordSend({ at: '2026-11-22T12:04:00Z' })
    const next = await listSends(actor, {}, sendCursorSchema.parse(page.nextCursor), 2)
    expect(page.sends.map((send) => send.id)).toEqual([third, second])
    expect(next).toMatchObject({ sends: [{ id: first }], nextCursor: null })
  })

  it('shows of each Send what the list needs', async () => {
    const user = await db().user.create({ data: { name: 'Ana', email: 'ana@example.com' } })
    const template = await db().listTemplate.create({ data: { name: 'Cardápio', draft: {}, searchText: '' } })
    const one = await recordSend({
      message: list('Corpo', 'Título'),
      by: user.id,
      template: template.id,
      at: '2026-11-22T12:00:00Z',
    })
    const many = await recordSend({
      message: list('\n  \nOlá!\nEscolha:'),
      to: [
        ['+5511999990001', 'accepted'],
        ['+5511999990002', 'accepted'],
        ['+5511999990003', 'failed'],
      ],
    })
    expect((await listSends(actor, {})).sends).toMatchObject([
      {
        id: many,
        firstLine: 'Olá!',
        phone: null,
        recipientCount: 3,
        counts: { accepted: 2, failed: 1 },
        createdBy: null,
        template: null,
      },
      {
        id: one,
        createdAt: '2026-11-22T12:00:00.000Z',
        firstLine: 'Título',
        phone: '+5511999990001',
        counts: { accepted: 1 },
        createdBy: { id: user.id, name: 'Ana' },
        template: { id: template.id, name: 'Cardápio' },
        gateway: 'sandbox',
        isResend: false,
      },
    ])
  })

  it('is read by its index, whatever the history holds', async () => {
    await database.query(`
      insert into send (id, idempotency_key, message, search_text, gateway, recipient_count, created_at)
      select gen_random_uuid(), i::text, '{"body":"x"}', 'x', 'sandbox', 1, now() - i * interval '1 minute'
      from generate_series(1, 5000) i`)
    await database.query('analyze send')
    const { text, values } = sendPageSql({}, { createdAt: '2026-11-22T12:00:00.000Z', id: randomUUID() }, 31)
    const plan = JSON.stringify(await database.query(`explain (format json) ${text}`, values))
    expect(plan).toContain('send_created_at_id_idx')
    expect(plan).not.toContain('Seq Scan')
    expect(plan).not.toContain('Sort')
  })
})

describe('the history filtered', () => {
  it('by status holds the Sends with anybody on that rung', async () => {
    const failed = await recordSend({
      to: [
        ['+5511999990001', 'accepted'],
        ['+5511999990002', 'failed'],
      ],
    })
    const leased = await recordSend({ to: [['+5511999990001', 'leased']] })
    expect(await found({ status: 'failed' })).toEqual([failed])
    expect(await found({ status: 'queued' })).toEqual([leased])
    expect(await found({ status: 'read' })).toEqual([])
  })

  it('by days means whole days in São Paulo', async () => {
    const lastOfThe21st = await recordSend({ at: '2026-11-22T02:59:59.999Z' })
    const firstOfThe22nd = await recordSend({ at: '2026-11-22T03:00:00.000Z' })
    const firstOfThe23rd = await recordSend({ at: '2026-11-23T03:00:00.000Z' })
    expect(await found({ from: '2026-11-22', to: '2026-11-22' })).toEqual([firstOfThe22nd])
    expect(await found({ from: '2026-11-22' })).toEqual([firstOfThe23rd, firstOfThe22nd])
    expect(await found({ to: '2026-11-21' })).toEqual([lastOfThe21st])
  })

  it('leaves tests out until they are asked for, and says of each whether it is one', async () => {
    const test = await recordSend({ data: { isTest: true } })
    const real = await recordSend()
    expect(await found({})).toEqual([real])
    expect((await listSends(actor, { tests: 'shown' })).sends).toMatchObject([
      { id: real, isTest: false },
      { id: test, isTest: true },
    ])
  })

  it('by what the Send as a whole is doing', async () => {
    const paused = await recordSend({ data: { state: 'paused', pausedWhy: 'brake', pausedCode: 131026 } })
    const scheduled = await recordSend({
      data: { state: 'scheduled', startsAt: new Date('2026-11-27T13:00:00Z'), timeZone: 'America/Manaus' },
    })
    await recordSend()
    expect(await found({ state: 'paused' })).toEqual([paused])
    expect((await listSends(actor, { state: 'scheduled' })).sends).toMatchObject([
      { id: scheduled, startsAt: '2026-11-27T13:00:00.000Z', timeZone: 'America/Manaus', pausedWhy: null },
    ])
  })

  it('by a code that refused anybody in it, and by whether anybody answered', async () => {
    const refused = await recordSend({
      to: [
        ['+5511999990001', 'read'],
        ['+5511999990002', 'failed'],
      ],
    })
    await db().recipient.updateMany({ where: { sendId: refused, status: 'failed' }, data: { errorCode: 131047 } })
    // It was tried again and got through: its last refusal is no outcome.
    const retried = await recordSend({ to: [['+5511999990003', 'accepted']] })
    await db().recipient.updateMany({ where: { sendId: retried }, data: { errorCode: 131047 } })
    await db().recipient.updateMany({ where: { sendId: refused, status: 'read' }, data: { repliedAt: new Date() } })
    expect(await found({ code: 131047 })).toEqual([refused])
    expect(await found({ code: 131026 })).toEqual([])
    expect(await found({ replied: 'yes' })).toEqual([refused])
    expect(await found({ replied: 'no' })).toEqual([retried])
  })

  it('by a tag of the template, however it is spelt, and by connection', async () => {
    const template = await db().listTemplate.create({
      data: { name: 'Boleto', draft: {}, searchText: '', tags: ['Cobrança', 'Mensal'] },
    })
    const tagged = await recordSend({ template: template.id })
    const real = await recordSend({ data: { gateway: 'vectalk' } as never })
    expect(await found({ tag: 'COBRANCA' })).toEqual([tagged])
    expect(await found({ tag: 'cob' })).toEqual([])
    expect(await found({ gateway: 'vectalk' })).toEqual([real])
    expect(await found({ gateway: 'sandbox' })).toEqual([tagged])
  })

  it('by template and by sender', async () => {
    const user = await db().user.create({ data: { name: 'Ana', email: 'ana@example.com' } })
    const template = await db().listTemplate.create({ data: { name: 'Cardápio', draft: {}, searchText: '' } })
    await db().listTemplate.create({ data: { name: 'Nunca enviado', draft: {}, searchText: '' } })
    const byTemplate = await recordSend({ template: template.id })
    const bySender = await recordSend({ by: user.id })
    expect(await found({ template: template.id })).toEqual([byTemplate])
    expect(await found({ sender: user.id })).toEqual([bySender])
    expect(await found({ sender: user.id, template: template.id })).toEqual([])
    expect(await listSendFilterOptions(actor)).toEqual({
      templates: [{ id: template.id, name: 'Cardápio' }],
      senders: [{ id: user.id, name: 'Ana' }],
    })
  })
})

describe('the history searched', () => {
  it('finds a part of a text whatever its case and accents', async () => {
    const send = await recordSend({ message: list('Promoção de Sábado') })
    await recordSend({ message: list('Nada disso') })
    expect(await found({ q: 'PROMOCAO  de sab' })).toEqual([send])
    expect(await found({ q: 'ação' })).toHaveLength(2)
  })

  it('takes % _ and \\ as they stand', async () => {
    const percent = await recordSend({ message: list('100% seu') })
    const under = await recordSend({ message: list('id prod_1') })
    const back = await recordSend({ message: list('c:\\lista') })
    expect(await found({ q: '0% s' })).toEqual([percent])
    expect(await found({ q: 'prod_1' })).toEqual([under])
    expect(await found({ q: 'd_' })).toEqual([under])
    expect(await found({ q: '\\' })).toEqual([back])
    expect(await found({ q: '%' })).toEqual([percent])
  })

  it('finds any part of a phone, however it is written, and a text of the same digits', async () => {
    const phone = await recordSend({ to: [['+5511987654321', 'accepted']], at: '2026-11-22T12:00:00Z' })
    const text = await recordSend({ message: list('Pedido 8765'), at: '2026-11-22T13:00:00Z' })
    const both = await recordSend({
      message: list('Pedido 8765'),
      to: [['+5511987654321', 'accepted']],
      at: '2026-11-22T11:00:00Z',
    })
    expect(await found({ q: '(11) 98765-43' })).toEqual([phone, both])
    expect(await found({ q: '8765' })).toEqual([text, phone, both])
    expect(await found({ q: '8765', status: 'failed' })).toEqual([])
  })

  it('goes on from page to page without a Send twice', async () => {
    for (let i = 0; i < 5; i++) await recordSend({ message: list('Pedido 8765'), to: [['+5511987654321', 'accepted']] })
    const first = await listSends(actor, { q: '8765' }, null, 3)
    const second = await listSends(actor, { q: '8765' }, sendCursorSchema.parse(first.nextCursor), 3)
    expect(new Set([...first.sends, ...second.sends].map((send) => send.id)).size).toBe(5)
    expect(second).toMatchObject({ sends: [{}, {}], nextCursor: null })
  })

  it('uses the indexes on phones and texts', async () => {
    await database.query(`
      insert into send (id, idempotency_key, message, search_text, gateway, recipient_count)
      select gen_random_uuid(), i::text, '{"body":"x"}', 'pedido ' || md5(i::text), 'sandbox', 1 from generate_series(1, 5000) i`)
    await database.query(
      `insert into recipient (send_id, phone, person) select id, '+551199' || lpad(idempotency_key, 7, '0'), '551199' || lpad(idempotency_key, 7, '0') from send`,
    )
    // Without the vacuum the new entries wait in a list of their own, and the planner thinks the indexes dear.
    await database.query('vacuum analyze send, recipient, person')
    // As with a hundred times as many people.
    await database.query('set enable_seqscan = off')
    const { text, values } = sendPageSql({ q: '1990004321' }, null, 31)
    const plan = JSON.stringify(await database.query(`explain (format json) ${text}`, values))
    await database.query('reset enable_seqscan')
    expect(plan).toContain('person_search_text_idx')
    expect(plan).toContain('recipient_person_id_idx')
    expect(plan).toContain('send_search_text_idx')
  })
})
