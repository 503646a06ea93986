import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { SANDBOX_SCENARIOS } from '@/lib/domain/sandbox-scenarios'
import { createSandbox, type Sandbox, type SandboxOptions } from './sandbox'

const closing: Sandbox[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((sandbox) => sandbox.close()))
})

async function start(options?: SandboxOptions): Promise<Sandbox> {
  const sandbox = await createSandbox(options)
  closing.push(sandbox)
  return sandbox
}

const headers = { authorization: 'Bearer any', 'content-type': 'application/json' }

const list = () => ({
  messaging_product: 'whatsapp',
  to: '5511987654321',
  type: 'interactive',
  interactive: {
    type: 'list',
    body: { text: 'Escolha' },
    action: { button: 'Ver', sections: [{ title: 'Um', rows: [{ id: '1', title: 'Opção 1' }] }] },
  },
})

async function post(sandbox: Sandbox, body: unknown, path = '/messages', more: RequestInit = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const response = await fetch(sandbox.url + path, { method: 'POST', headers, body: text, ...more })
  return { status: response.status, json: JSON.parse((await response.text()) || 'null') }
}

describe('the stand-in', () => {
  it('answers an accepted list as VecTalk documents it', async () => {
    const sandbox = await start()
    const { status, json } = await post(sandbox, list())
    expect(status).toBe(200)
    expect(json).toEqual({
      messaging_product: 'whatsapp',
      contacts: [{ input: '5511987654321', wa_id: '5511987654321' }],
      messages: [{ id: expect.stringMatching(/^wamid\.HBgN[\w+/]+=*$/) }],
    })
    expect(Buffer.from(json.messages[0].id.slice(6), 'base64').toString('latin1')).toContain('5511987654321')
  })

  it('gives every message an id of its own', async () => {
    const sandbox = await start()
    await Promise.all(Array.from({ length: 50 }, () => post(sandbox, list())))
    expect(new Set(sandbox.messages().map((message) => message.waMessageId)).size).toBe(50)
  })

  it.each([
    ['5531987654321', '553187654321'],
    ['5511987654321', '5511987654321'],
    ['551133334444', '551133334444'],
    ['13437772910', '13437772910'],
  ])('calls %s %s', async (to, waId) => {
    const { json } = await post(await start(), { ...list(), to })
    expect(json.contacts).toEqual([{ input: to, wa_id: waId }])
  })

  it.each([
    [undefined, 401, 0],
    ['Basic YTpi', 401, 0],
    ['Bearer revoked', 401, 190],
  ])('with the authorization %s answers %i, code %i', async (authorization, status, code) => {
    const sandbox = await start()
    const answered = await post(sandbox, list(), '/messages', { headers: authorization ? { authorization } : {} })
    expect(answered).toMatchObject({ status, json: { error: { code, type: 'OAuthException' } } })
    expect(sandbox.messages()).toHaveLength(0)
  })

  it('knows /messages with and without /api, and nothing else', async () => {
    const sandbox = await start()
    expect((await post(sandbox, list(), '/api/messages')).status).toBe(200)
    expect((await post(sandbox, list(), '/messages')).status).toBe(200)
    expect((await post(sandbox, list(), '/api/other')).status).toBe(404)
    expect((await post(sandbox, list(), '/messages', { method: 'PUT' })).status).toBe(405)
  })
})

describe('its history', () => {
  const get = async (sandbox: Sandbox, query: string) => {
    const response = await fetch(`${sandbox.url}/messages${query}`, { headers })
    return { status: response.status, json: await response.json() }
  }

  it('is paged newest first, and found by id', async () => {
    const sandbox = await start()
    for (const to of ['5511987650001', '5511987650002', '5511987650003']) await post(sandbox, { ...list(), to })
    const wamid = sandbox.messages()[0]?.waMessageId
    const first = await get(sandbox, '?limit=2')
    expect(first.json).toMatchObject({ total: 3, page: 1, limit: 2 })
    expect(first.json.data.map((message: { to: string }) => message.to)).toEqual(['5511987650003', '5511987650002'])
    expect((await get(sandbox, '?page=2&limit=2')).json.data).toHaveLength(1)
    expect((await get(sandbox, `?messageId=${wamid}`)).json.data).toEqual([
      {
        id: expect.stringMatching(/^msg_/),
        waMessageId: wamid,
        to: '5511987650001',
        type: 'interactive',
        status: 'pending',
        direction: 'outbound',
        createdAt: expect.stringMatching(/Z$/),
      },
    ])
  })

  it.each([
    ['?status=pending', 1],
    ['?status=sent', 0],
    ['?status=failed', 0],
    ['?direction=outbound', 1],
    ['?direction=inbound', 0],
    ['?from=2020-01-01', 1],
    ['?to=2020-01-01', 0],
    ['?from=2999-01-01T00:00:00Z', 0],
    ['?status=&messageId=', 1],
  ])('answers %s with %i', async (query, total) => {
    const sandbox = await start()
    await post(sandbox, list())
    expect((await get(sandbox, query)).json.total).toBe(total)
  })

  it.each(['?page=0', '?limit=1000', '?status=lost', '?from=yesterday'])('refuses %s', async (query) => {
    expect((await get(await start(), query)).status).toBe(400)
  })

  it('stays bounded, and keeps the newest', async () => {
    const sandbox = await start({ keep: 3 })
    for (let i = 0; i < 9; i++) await post(sandbox, { ...list(), to: `551198765000${i}` })
    expect(sandbox.messages().map((message) => message.to)).toEqual(['5511987650006', '5511987650007', '5511987650008'])
  })

  it('is also written to a file, a line for each message', async () => {
    const file = join(tmpdir(), `sandbox-${process.pid}.jsonl`)
    const sandbox = await start({ log: file })
    await post(sandbox, list())
    await closing.pop()?.close()
    const lines = (await readFile(file, 'utf8')).trim().split('\n')
    await rm(file)
    expect(lines.map((line) => JSON.parse(line).to)).toEqual(['5511987654321'])
  })
})

describe('the scenarios', () => {
  it('have endings of four digits, each its own', () => {
    const endings = SANDBOX_SCENARIOS.map((scenario) => scenario.ending)
    expect(new Set(endings).size).toBe(endings.length)
    for (const ending of endings) expect(ending).toMatch(/^\d{4}$/)
  })

  it.each(SANDBOX_SCENARIOS)('$name is taken: $taken', async ({ ending, taken }) => {
    const sandbox = await start({ slowMs: 1 })
    await post(sandbox, { ...list(), to: `551198765${ending}` }).catch(() => null)
    expect(sandbox.messages()).toHaveLength(taken ? 1 : 0)
  })
})
