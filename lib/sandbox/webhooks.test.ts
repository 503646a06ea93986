import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { DEMONSTRATION, type SandboxPlays } from './plays'
import { createSandbox, type Sandbox, type SandboxOptions } from './sandbox'
import { isLoopback } from './webhook-sender'

type Value = { statuses?: Record<string, unknown>[]; messages?: Record<string, unknown>[]; contacts?: unknown[] }
type Post = { headers: Record<string, string | string[] | undefined>; text: string; values: Value[] }

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

const NOW: SandboxPlays = {
  ...DEMONSTRATION,
  sentAfterMs: [0, 1],
  deliveredAfterMs: [0, 1],
  readAfterMs: [0, 1],
  replyAfterMs: [0, 1],
  failShare: 0,
  deliveredShare: 1,
  readShare: 1,
  replyShare: 1,
  typedShare: 0,
  lateShare: 0,
}

async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await createSandbox(options)
  closing.push(sandbox.close)
  return sandbox
}

/** Who hears of it; `answers` are its first answers' codes, and then 200. */
async function listener(...answers: number[]) {
  const posts: Post[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8')
      const status = answers.shift() ?? 200
      response.writeHead(status).end()
      const values = JSON.parse(text).entry[0].changes.map(({ value }: { value: Value }) => value)
      if (status === 200) posts.push({ headers: request.headers, text, values })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(resolve).closeAllConnections()))
  const address = server.address()
  const statuses = () => posts.flatMap(({ values }) => values.flatMap((value) => value.statuses ?? []))
  const messages = () => posts.flatMap(({ values }) => values.flatMap((value) => value.messages ?? []))
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/hook`, posts, statuses, messages }
}

async function post(sandbox: Sandbox, path: string, body: unknown, token = 'any') {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const response = await fetch(sandbox.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: response.status, json: await response.json() }
}

async function list(sandbox: Sandbox, query = '', token = 'any') {
  const response = await fetch(`${sandbox.url}/messages${query}`, { headers: { authorization: `Bearer ${token}` } })
  return response.json()
}

const message = (to = '5531987654321') => ({
  messaging_product: 'whatsapp',
  to,
  type: 'interactive',
  interactive: {
    type: 'list',
    body: { text: 'Escolha' },
    action: {
      button: 'Ver',
      sections: [
        {
          rows: [
            { id: 'a', title: 'Um', description: 'Centro' },
            { id: 'b', title: 'Dois' },
          ],
        },
      ],
    },
  },
  biz_opaque_callback_data: 'listazap:7:1',
})

async function send(sandbox: Sandbox, to?: string, token?: string): Promise<string> {
  return (await post(sandbox, '/messages', message(to), token)).json.messages[0].id
}

const register = (sandbox: Sandbox, url: string, token?: string, path = '/api/webhooks') =>
  post(sandbox, path, { instance_id: 'inst_1', url, name: 'Listazap' }, token)

describe('an address', () => {
  it('is registered as VecTalk documents it, once', async () => {
    const sandbox = await start()
    const first = await register(sandbox, 'https://lists.example.com/hook')
    expect(first).toEqual({
      status: 201,
      json: {
        id: expect.stringMatching(/^wh_/),
        instance_id: 'inst_1',
        url: 'https://lists.example.com/hook',
        name: 'Listazap',
        active: true,
        created_at: expect.stringMatching(/Z$/),
      },
    })
    expect(await register(sandbox, 'https://lists.example.com/hook', 'any', '/webhooks')).toEqual({
      ...first,
      status: 200,
    })
  })

  it.each([
    {},
    { url: 'http://127.0.0.1' },
    { instance_id: 'i', url: 'no address' },
    { instance_id: 'i', url: 'ftp://a.b' },
  ])('is not registered by %j', async (body) => {
    expect((await post(await start(), '/webhooks', body)).status).toBe(400)
  })

  it.each([
    ['http://127.0.0.1:3000/a', true],
    ['http://localhost/a', true],
    ['http://[::1]:80/a', true],
    ['https://lists.example.com/a', false],
    ['http://127.0.0.1.example.com/a', false],
    ['http://10.0.0.1/a', false],
  ])('%s may be posted to: %s', (url, may) => {
    expect(isLoopback(url)).toBe(may)
  })
})

describe('a message that is played', () => {
  it('goes its way by webhooks, the last of which is an answer to it', async () => {
    const sandbox = await start({ plays: NOW })
    const heard = await listener()
    await register(sandbox, heard.url)
    const wamid = await send(sandbox)
    await expect.poll(() => heard.messages().length).toBeGreaterThan(0)
    const told = heard.statuses()
    expect(told.map(({ status }) => status)).toEqual(['sent', 'delivered', 'read'])
    for (const one of told) {
      expect(one).toMatchObject({ id: wamid, recipient_id: '553187654321', biz_opaque_callback_data: 'listazap:7:1' })
      expect(one.timestamp).toMatch(/^\d{10}$/)
    }
    const [answer] = heard.messages()
    expect(answer).toMatchObject({
      context: { from: '551140000000', id: wamid },
      from: '553187654321',
      id: expect.stringMatching(/^wamid\./),
      type: 'interactive',
      interactive: { type: 'list_reply' },
    })
    const contacts = heard.posts.flatMap(({ values }) => values.flatMap((value) => value.contacts ?? []))
    expect(contacts[0]).toEqual({
      profile: { name: expect.stringMatching(/^\p{Lu}\S+ \p{Lu}\S+$/u) },
      wa_id: '553187654321',
    })
    const { data } = await list(sandbox)
    expect(data.map((one: Record<string, unknown>) => [one.direction, one.status, one.waMessageId])).toContainEqual([
      'outbound',
      'read',
      wamid,
    ])
    expect((await list(sandbox, '?direction=inbound')).data[0]).toMatchObject({
      from: '553187654321',
      waMessageId: answer?.id,
    })
    expect((await list(sandbox, '?status=read')).total).toBe(1)
    expect((await list(sandbox, '?status=sent')).total).toBe(0)
  })

  it('stays as it is where nothing is played', async () => {
    const sandbox = await start()
    const heard = await listener()
    await register(sandbox, heard.url)
    const wamid = await send(sandbox)
    await post(sandbox, '/_play/status', { wamid, status: 'delivered' })
    await expect.poll(() => heard.statuses()).toMatchObject([{ status: 'delivered' }])
    expect((await list(sandbox)).data).toMatchObject([{ status: 'delivered' }])
  })

  it('is told in few POSTs where many are, each of a hundred things at most', async () => {
    const sandbox = await start({ plays: { ...NOW, replyShare: 0 } })
    const heard = await listener()
    await register(sandbox, heard.url)
    const people = Array.from({ length: 200 }, (_, i) => `55119${String(i).padStart(4, '0')}7777`)
    await Promise.all(people.map((to) => send(sandbox, to)))
    await expect.poll(() => heard.statuses().length, { timeout: 10_000 }).toBe(600)
    expect(heard.posts.length).toBeLessThan(100)
    for (const { values } of heard.posts) {
      expect(values.flatMap((value) => value.statuses ?? []).length).toBeLessThanOrEqual(100)
    }
  })

  it('fails by webhook, its code in the errors', async () => {
    const sandbox = await start({ plays: { ...NOW, failShare: 1 } })
    const heard = await listener()
    await register(sandbox, heard.url)
    await send(sandbox)
    await expect
      .poll(() => heard.statuses())
      .toMatchObject([
        {
          status: 'failed',
          errors: [{ code: expect.toBeOneOf([131026, 131047]), error_data: { details: expect.any(String) } }],
        },
      ])
  })

  it('is heard and listed by its own instance alone', async () => {
    const sandbox = await start({ plays: NOW })
    const [mine, other] = [await listener(), await listener()]
    await register(sandbox, mine.url, 'mine')
    await register(sandbox, other.url, 'other')
    const wamid = await send(sandbox, undefined, 'mine')
    await expect.poll(() => mine.messages().length).toBeGreaterThan(0)
    expect(other.posts).toHaveLength(0)
    expect((await list(sandbox, '', 'other')).total).toBe(0)
    expect((await post(sandbox, '/_play/reply', { wamid, rowId: 'a' }, 'other')).status).toBe(404)
  })
})

describe('a POST', () => {
  it('is signed where there is a secret', async () => {
    const heard = await listener()
    const sandbox = await start({ plays: NOW, webhook: { url: heard.url, secret: 'a secret' } })
    await send(sandbox)
    await expect.poll(() => heard.posts.length).toBeGreaterThan(0)
    for (const { headers, text } of heard.posts) {
      const signature = createHmac('sha256', 'a secret').update(text).digest('hex')
      expect(headers['x-hub-signature-256']).toBe(`sha256=${signature}`)
    }
  })

  it('comes again where it was not taken, and nothing is lost', async () => {
    const heard = await listener(500, 503, 404)
    const sandbox = await start({ plays: NOW, webhook: { url: heard.url, retryMs: 1 } })
    await send(sandbox)
    await expect.poll(() => heard.messages().length).toBeGreaterThan(0)
    await expect.poll(() => heard.statuses().length).toBe(3)
  })
})

describe('whoever plays the customer', () => {
  it('taps a row, or writes, and it comes in as any answer would', async () => {
    const sandbox = await start()
    const heard = await listener()
    const wamid = await send(sandbox)
    expect((await post(sandbox, '/_play/reply', { wamid, rowId: 'a' })).json).toMatchObject({ told: 0 })
    await register(sandbox, heard.url)
    const tapped = await post(sandbox, '/_play/reply', { wamid, rowId: 'b' })
    expect(tapped).toMatchObject({ status: 200, json: { told: 1 } })
    await post(sandbox, '/api/_play/reply', { wamid, text: 'boleto' })
    await expect.poll(() => heard.messages().length).toBe(2)
    const [tap, text] = heard.messages()
    expect(tap).toMatchObject({
      id: tapped.json.messages[0].id,
      context: { id: wamid },
      interactive: { type: 'list_reply', list_reply: { id: 'b', title: 'Dois' } },
    })
    expect(text).toMatchObject({ type: 'text', text: { body: 'boleto' } })
    expect(text).not.toHaveProperty('context')
  })

  it.each([
    [{ wamid: 'wamid.none', rowId: 'a' }, 404],
    [{ rowId: 'z' }, 404],
    [{ text: ' ' }, 400],
    [{}, 400],
  ])('is refused %j with %i', async (body, status) => {
    const sandbox = await start()
    expect((await post(sandbox, '/_play/reply', { wamid: await send(sandbox), ...body })).status).toBe(status)
  })
})
