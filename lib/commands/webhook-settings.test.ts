import { createHmac } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { toWebhookUrl, webhookFormSchema } from '@/lib/domain/webhook-form'
import { getWebhookActivity } from '@/lib/queries/webhook-activity'
import { getWebhookSettings } from '@/lib/queries/webhook-settings'
import { createTestDatabase } from '@/lib/testing/database'
import { changed, resetEnv } from '@/lib/testing/fake-env'
import { closePools } from '@/lib/whatsapp/exchange'
import { requireWebhookKeys } from './ensure-webhook-settings'
import { registerWebhook } from './register-webhook'
import { removeAppSecret } from './remove-app-secret'
import { renewWebhookKey } from './renew-webhook-key'
import { saveConnection } from './save-connection'
import { saveWebhookSettings } from './save-webhook-settings'
import { tryWebhook } from './try-webhook'

vi.mock('@/lib/env', async (original) => (await import('@/lib/testing/fake-env')).overEnv(original))

const database = createTestDatabase()
const actor = systemActor('start')
const closing: (() => Promise<unknown>)[] = []
const form = { publicUrl: 'https://lists.example.com', appSecret: 'an-app-secret-of-ours', readsList: true }

beforeEach(async () => {
  await database.truncate()
  resetEnv()
})
afterEach(async () => {
  await closePools()
  await Promise.all(closing.splice(0).map((close) => close()))
})

type Came = { method: string; url: string; signature: string | undefined; body: string }

async function serve(
  answer: (came: Came, response: ServerResponse) => unknown,
): Promise<{ url: string; port: number }> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { method = '', url = '', headers } = request
    const signature = headers['x-hub-signature-256']
    await answer({ method, url, signature: signature?.toString(), body: String(Buffer.concat(chunks)) }, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(resolve)))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `http://127.0.0.1:${port}`, port }
}

/** Takes what comes in as our own door does. */
const takeIn = async ({ body }: Came, response: ServerResponse) => {
  await database.query(
    `insert into webhook_delivery (bytes, statuses, messages, repeated, unknown) values ($1, 0, 0, 0, 0)`,
    [Buffer.byteLength(body)],
  )
  response.writeHead(200).end()
}

describe('the settings of webhooks', () => {
  it('keep the app secret sealed, until it is removed', async () => {
    await saveWebhookSettings(actor, form)
    expect(JSON.stringify(await database.query('select * from webhook_settings'))).not.toContain(form.appSecret)
    expect((await requireWebhookKeys(actor)).appSecret?.value).toBe(form.appSecret)
    expect(JSON.stringify(await getWebhookSettings(actor))).not.toContain(form.appSecret)
    await saveWebhookSettings(actor, { publicUrl: '', appSecret: '', readsList: false })
    expect(await getWebhookSettings(actor)).toMatchObject({
      publicUrl: null,
      readsList: false,
      appSecret: { from: 'settings' },
    })
    await removeAppSecret(actor)
    expect((await getWebhookSettings(actor))?.appSecret).toBeNull()
  })

  it('take a bare address with or without its slash, and nothing that would carry more', () => {
    const read = (publicUrl: string) => webhookFormSchema.safeParse({ ...form, publicUrl })
    expect(read(' https://lists.example.com/app/ ').data?.publicUrl).toBe('https://lists.example.com/app')
    for (const wrong of [
      'lists.example.com',
      'ftp://a.b',
      'https://a:b@c.d',
      'https://a.b?c',
      'https://a.b#c',
      'javascript:1',
    ])
      expect(read(wrong).success).toBe(false)
  })

  it.each(['pathSecret', 'verifyToken'] as const)('make %s anew, and leave the other alone', async (key) => {
    const before = await requireWebhookKeys(actor)
    await renewWebhookKey(actor, key)
    const after = await requireWebhookKeys(actor)
    expect(after[key]).not.toBe(before[key])
    expect(after[key]).toMatch(/^[\w-]{32}$/)
    expect({ ...after, [key]: '' }).toEqual({ ...before, [key]: '' })
  })
})

describe('registering them', () => {
  const connect = (baseUrl: string) =>
    saveConnection(actor, {
      baseUrl,
      token: 'a-token-of-ours-1234',
      includeRecipientType: false,
      passesCallbackData: false,
      perSecond: 20,
    })

  it('remembers what VecTalk was told, and when', async () => {
    const asked: Came[] = []
    const gateway = await serve((came, response) => {
      asked.push(came)
      response.writeHead(201).end('{"id":"wh_1"}')
    })
    await connect(gateway.url)
    await saveWebhookSettings(actor, form)
    const { pathSecret } = await requireWebhookKeys(actor)
    const url = toWebhookUrl(form.publicUrl, pathSecret)
    expect(await registerWebhook(actor, { instanceId: 'inst_1' })).toEqual({ kind: 'registered', url })
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ instance_id: 'inst_1', url, name: 'Listazap' })
    expect(await getWebhookSettings(actor)).toMatchObject({
      instanceId: 'inst_1',
      registrationId: 'wh_1',
      registeredUrl: url,
      registeredAt: expect.any(String),
    })
  })

  it('leaves what was registered before where VecTalk refuses', async () => {
    const gateway = await serve((_came, response) => response.writeHead(401).end())
    await connect(gateway.url)
    await saveWebhookSettings(actor, form)
    expect(await registerWebhook(actor, { instanceId: 'inst_1' })).toEqual({ kind: 'unauthorized' })
    expect(await getWebhookSettings(actor)).toMatchObject({ instanceId: 'inst_1', registeredUrl: null })
  })

  it('asks nobody without a token, without an address, or for one by plain http', async () => {
    let asked = 0
    const gateway = await serve((_came, response) => {
      asked += 1
      response.writeHead(200).end('{"id":"wh_1"}')
    })
    expect(await registerWebhook(actor, { instanceId: 'i' })).toEqual({ kind: 'noToken' })
    await connect(gateway.url)
    expect(await registerWebhook(actor, { instanceId: 'i' })).toEqual({ kind: 'noAddress' })
    await saveWebhookSettings(actor, { ...form, publicUrl: 'http://lists.example.com' })
    expect(await registerWebhook(actor, { instanceId: 'i' })).toEqual({ kind: 'notHttps' })
    expect(asked).toBe(0)
  })
})

describe('trying them', () => {
  it('posts a signed sample to the saved address, and sees it come in', async () => {
    const came: Came[] = []
    const here = await serve((one, response) => {
      came.push(one)
      return takeIn(one, response)
    })
    await saveWebhookSettings(actor, { ...form, publicUrl: here.url })
    expect(await tryWebhook(actor)).toEqual({ kind: 'arrived', way: 'public', ms: expect.any(Number) })
    const { pathSecret } = await requireWebhookKeys(actor)
    const signature = createHmac('sha256', form.appSecret)
      .update(came[0]?.body ?? '')
      .digest('hex')
    expect(came).toMatchObject([
      { method: 'POST', url: `/api/webhooks/whatsapp/${pathSecret}`, signature: `sha256=${signature}` },
    ])
    expect((await getWebhookActivity(actor)).deliveries).toMatchObject([{ statuses: 0, messages: 0, unread: null }])
  })

  it('posts within this machine while no address is saved', async () => {
    const { port } = await serve(takeIn)
    Object.assign(changed, { HOST: '0.0.0.0', PORT: port })
    expect(await tryWebhook(actor)).toEqual({ kind: 'arrived', way: 'inside', ms: expect.any(Number) })
  })

  it('tells a fault on the way from one of ours', async () => {
    const { port } = await serve(takeIn)
    Object.assign(changed, { HOST: '127.0.0.1', PORT: port })
    await saveWebhookSettings(actor, { ...form, publicUrl: 'http://127.0.0.1:1' })
    const why = 'ECONNREFUSED'
    expect(await tryWebhook(actor)).toEqual({ kind: 'unreachable', why, insideMs: expect.any(Number) })
    changed.PORT = 1
    expect(await tryWebhook(actor)).toEqual({ kind: 'unreachable', why, insideMs: null })
  })

  it('believes no 200 that brought nothing in, follows nobody elsewhere, and tells a refusal by its number', async () => {
    Object.assign(changed, { HOST: '127.0.0.1', PORT: 1 })
    let followed = 0
    const target = await serve((_came, response) => {
      followed += 1
      response.writeHead(200).end()
    })
    for (const [status, outcome] of [
      [200, { kind: 'elsewhere' }],
      [302, { kind: 'redirected', httpStatus: 302 }],
      [401, { kind: 'refused', httpStatus: 401 }],
      [503, { kind: 'refused', httpStatus: 503 }],
    ] as const) {
      const there = await serve((_came, response) => response.writeHead(status, { location: target.url }).end('x'))
      await saveWebhookSettings(actor, { ...form, publicUrl: there.url })
      expect(await tryWebhook(actor)).toEqual({ ...outcome, insideMs: null })
    }
    expect(followed).toBe(0)
  })
})

describe('what came in of late', () => {
  it('is the newest twenty, with what nobody could read, and how the reading of the list goes', async () => {
    expect(await getWebhookActivity(actor)).toEqual({ deliveries: [], reading: null })
    await database.query(
      `insert into webhook_delivery (received_at, bytes, statuses, messages, repeated, unknown, unread)
       select now() - make_interval(mins => i), i, 3, 2, 1, 0, case i when 1 then '[{"odd":true}]'::jsonb end
       from generate_series(1, 25) i`,
    )
    await database.query(
      `insert into list_reading (gateway, read_until, problem) values ('sandbox', now(), 'unreachable'), ('vectalk', now(), null)`,
    )
    const { deliveries, reading } = await getWebhookActivity(actor)
    expect(deliveries.map(({ bytes }) => bytes)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
    expect(JSON.parse(deliveries[0]?.unread ?? '')).toEqual([{ odd: true }])
    expect(deliveries[1]).toMatchObject({ statuses: 3, messages: 2, repeated: 1, unknown: 0, unread: null })
    expect(reading).toMatchObject({ readAt: null, problem: 'unreachable' })
  })
})
