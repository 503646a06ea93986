import { beforeEach, describe, expect, it, vi } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { ensureWebhookSettings } from '@/lib/commands/ensure-webhook-settings'
import { recordDeliveries, type UpdateDelivery } from '@/lib/commands/record-updates'
import { db } from '@/lib/db/client'
import { seal } from '@/lib/db/seal'
import { createTestDatabase } from '@/lib/testing/database'
import { changed, resetEnv } from '@/lib/testing/fake-env'
import { makeSend, phones } from '@/lib/testing/send'
import { toListReplyJson, toStatusJson, toTextJson, toWebhook } from '@/lib/testing/webhook'
import { signBody } from '@/lib/whatsapp/verify-signature'
import { makeWebhookIntake, type WebhookIntake } from './handle-webhook'
import { readBody } from './read-body'

vi.mock('@/lib/env', async (original) => (await import('@/lib/testing/fake-env')).overEnv(original))

const database = createTestDatabase()
const actor = systemActor('webhook')
const SECRET = 'the app secret of the tests'
const AT = new Date('2026-11-20T12:00:00Z')
let intake: WebhookIntake
let pathSecret: string
let verifyToken: string

beforeEach(async () => {
  resetEnv()
  await database.truncate()
  intake = makeWebhookIntake(actor)
  const settings = await ensureWebhookSettings(actor)
  pathSecret = settings.pathSecret
  verifyToken = settings.verifyToken
})

const setSecret = (secret: string) =>
  db().webhookSettings.update({ where: { id: 1 }, data: { sealedAppSecret: seal(secret) } })

type Call = { path?: string; query?: string; method?: string; headers?: Record<string, string>; by?: WebhookIntake }

async function call(body: unknown, { path = '', query = '', method = 'POST', headers = {}, by = intake }: Call = {}) {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  const url = `/api/webhooks/whatsapp${path}${query}`
  const { status, body: said } = await by.handle({
    method,
    url,
    header: (name) => headers[name] ?? null,
    readBody: () => readBody(new Blob([bytes]).stream(), headers['content-length'] ?? null),
  })
  return { status, said }
}
const bySecret = (body: unknown, rest: Call = {}) => call(body, { path: `/${pathSecret}`, ...rest })
const signed = (body: string) => ({ 'x-hub-signature-256': signBody(body, SECRET) })

const kept = async () =>
  (
    await database.query<Record<string, number>>(
      `select (select count(*)::int from status_event) as events, (select count(*)::int from inbound_message) as messages,
         (select count(*)::int from webhook_delivery) as deliveries`,
    )
  )[0]
const NOTHING = { events: 0, messages: 0, deliveries: 0 }
const ONE = { events: 1, messages: 0, deliveries: 1 }
const status = toWebhook({ statuses: [toStatusJson('wamid.0', 'sent', AT)] })

describe('the handshake', () => {
  const ask = (query: Record<string, string>, path = '') =>
    call('', { method: 'GET', path, query: `?${new URLSearchParams(query)}` })
  const right = () => ({ 'hub.mode': 'subscribe', 'hub.challenge': '1158201444', 'hub.verify_token': verifyToken })

  it('is answered with the bare challenge', async () => {
    expect(await ask(right())).toEqual({ status: 200, said: '1158201444' })
    expect(await ask(right(), `/${pathSecret}`)).toEqual({ status: 200, said: '1158201444' })
  })

  it.each([
    ['another token', { 'hub.verify_token': 'guess' }],
    ['no token', { 'hub.verify_token': '' }],
    ['another mode', { 'hub.mode': 'unsubscribe' }],
  ])('is refused with %s', async (_, wrong) => {
    expect(await ask({ ...right(), ...wrong })).toEqual({ status: 401, said: '' })
  })
})

describe('a POST', () => {
  it('to the address that nobody can guess is recorded', async () => {
    expect(await bySecret(status)).toEqual({ status: 200, said: '' })
    expect(await kept()).toEqual(ONE)
  })

  it('to a guessed address, or to none, is refused, and nothing is kept', async () => {
    expect((await call(status)).status).toBe(401)
    expect((await call(status, { path: '/guess' })).status).toBe(401)
    expect((await call(status, { path: `/${pathSecret}x` })).status).toBe(401)
    expect((await call(status, { path: `/${pathSecret.slice(1)}` })).status).toBe(401)
    expect((await call(status, { path: `/${pathSecret}/more` })).status).toBe(404)
    expect(await kept()).toEqual(NOTHING)
  })

  it('that is signed needs no secret address; days later the same changes nothing', async () => {
    await setSecret(SECRET)
    const body = JSON.stringify(status)
    expect((await call(body, { headers: signed(body) })).status).toBe(200)
    expect((await call(body, { headers: signed(body), by: makeWebhookIntake(actor) })).status).toBe(200)
    expect(await kept()).toEqual({ ...ONE, deliveries: 2 })
    expect(await database.query('select repeated from webhook_delivery order by id')).toEqual([
      { repeated: 0 },
      { repeated: 1 },
    ])
  })

  it('that is forged, unsigned, signed too short or over one byte less is refused at either address, and nothing is kept', async () => {
    await setSecret(SECRET)
    const body = JSON.stringify(status)
    const right = signBody(body, SECRET)
    for (const signature of [
      signBody(body, 'another'),
      '',
      'sha256=',
      right.slice(0, -2),
      `${right}00`,
      signBody(`${body} `, SECRET),
    ]) {
      const headers = { 'x-hub-signature-256': signature }
      expect((await call(body, { headers })).status).toBe(401)
      expect((await bySecret(body, { headers })).status).toBe(401)
      expect((await bySecret(body, { headers, query: '?gateway=sandbox' })).status).toBe(401)
    }
    expect((await call(body)).status).toBe(401)
    expect((await bySecret(body)).status).toBe(401)
    expect((await call(body, { query: '?gateway=sandbox' })).status).toBe(401)
    const changedByte = body.replace('sent', 'senu')
    expect((await call(changedByte, { headers: { 'x-hub-signature-256': right } })).status).toBe(401)
    expect(await kept()).toEqual(NOTHING)
  })

  it('by the stand-in, at the secret address, need not be signed', async () => {
    await setSecret(SECRET)
    const tap = toWebhook({ messages: [toListReplyJson('wamid.0', 'a', AT)] })
    expect((await bySecret(tap, { query: '?gateway=sandbox' })).status).toBe(200)
    expect(await database.query('select gateway::text from inbound_message')).toEqual([{ gateway: 'sandbox' }])
  })

  it('is checked with the environment’s secret where it has one, and believed by none that no longer opens', async () => {
    await db().webhookSettings.update({ where: { id: 1 }, data: { sealedAppSecret: seal('x', 'y'.repeat(40)) } })
    expect((await bySecret(status)).status).toBe(401)
    changed.WEBHOOK_APP_SECRET = SECRET
    const body = JSON.stringify(status)
    const by = makeWebhookIntake(actor)
    expect((await call(body, { headers: signed(body), by })).status).toBe(200)
    expect((await bySecret(status, { by })).status).toBe(401)
  })

  it('of what is no JSON is refused, of what nobody knows is kept and counted', async () => {
    for (const body of ['', '{', 'a=b']) expect((await bySecret(body)).status).toBe(400)
    for (const body of ['7', '[]', '{"object":"page"}', 'null']) expect((await bySecret(body)).status).toBe(200)
    expect(await database.query('select unknown, unread from webhook_delivery where unknown > 0 order by id')).toEqual([
      { unknown: 1, unread: [7] },
      { unknown: 1, unread: [{ object: 'page' }] },
      { unknown: 1, unread: [null] },
    ])
  })

  it('of a hundred statuses over entries, messages, fields that nobody knows, and nearly 3 MB is all applied', async () => {
    await makeSend({ phones: phones(100) })
    await database.query(
      "update recipient set status = 'accepted', attempt = 1, sending_at = now(), settled_at = now(), wamid = 'wamid.' || id",
    )
    const ids = (await database.query<{ id: string }>('select id::text from recipient order by recipient.id')).map(
      ({ id }) => id,
    )
    const at = new Date(Date.now() - 60_000)
    const json = (part: string[]) =>
      part.map((id) => toStatusJson(`wamid.${id}`, 'delivered', at, { more: 'm'.repeat(29_000) }))
    const body = toWebhook(
      { statuses: json(ids.slice(0, 30)), unheard_of: { a: 1 } },
      {
        statuses: json(ids.slice(30)),
        messages: [toListReplyJson(`wamid.${ids[0]}`, 'h_09', at), toTextJson('oi', at)],
      },
      { calls: [{ id: 'c' }] },
    )
    expect(JSON.stringify(body).length).toBeGreaterThan(2.7 * 1024 * 1024)
    expect((await bySecret(body)).status).toBe(200)
    expect(await kept()).toEqual({ events: 100, messages: 2, deliveries: 1 })
    expect(
      await database.query('select status::text, count(*)::int as n from recipient group by 1 order by 1'),
    ).toEqual([
      { status: 'delivered', n: 99 },
      { status: 'read', n: 1 },
    ])
    expect(await database.query('select unknown from webhook_delivery')).toEqual([{ unknown: 1 }])
  })

  it('over 3 MB is refused as soon as that is known', async () => {
    expect((await bySecret('x'.repeat(3 * 1024 * 1024 + 1))).status).toBe(413)
    expect((await bySecret('x', { headers: { 'content-length': '3145729' } })).status).toBe(413)
  })

  it('while the database is away, or will not commit, is told to come again, and is then recorded', async () => {
    let isAway = true
    const record = (deliveries: UpdateDelivery[]) =>
      isAway ? Promise.reject(new Error('the database is away')) : recordDeliveries(actor, deliveries)
    const by = makeWebhookIntake(actor, record)
    expect((await bySecret(status, { by })).status).toBe(503)
    expect(await kept()).toEqual(NOTHING)
    isAway = false
    expect((await bySecret(status, { by })).status).toBe(200)
    expect(await kept()).toEqual(ONE)
  })

  it('is never answered before its commit, and what comes meanwhile goes into the next', async () => {
    const groups: number[] = []
    const by = makeWebhookIntake(actor, async (deliveries) => {
      groups.push(deliveries.length)
      return recordDeliveries(actor, deliveries)
    })
    const answers = await Promise.all(
      Array.from({ length: 40 }, async (_, i) => {
        const body = toWebhook({ statuses: [toStatusJson(`wamid.${i}`, 'sent', AT)] })
        const { status: said } = await bySecret(body, { by })
        return { said, found: await db().statusEvent.count({ where: { wamid: `wamid.${i}` } }) }
      }),
    )
    expect(answers).toEqual(Array(40).fill({ said: 200, found: 1 }))
    expect(groups.reduce((sum, n) => sum + n, 0)).toBe(40)
    expect(groups.length).toBeLessThan(40)
  })

  it('of another kind than GET or POST is none', async () => {
    expect((await bySecret(status, { method: 'PUT' })).status).toBe(405)
  })
})
