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

type List = Record<string, unknown> & { interactive: Record<string, unknown> & { action: Record<string, unknown> } }
const row = (id: string, more = {}) => ({ id, title: `Opção ${id}`, ...more })
const list = (): List => ({
  messaging_product: 'whatsapp',
  to: '5511987654321',
  type: 'interactive',
  interactive: {
    type: 'list',
    body: { text: 'Escolha' },
    action: { button: 'Ver', sections: [{ title: 'Um', rows: [row('1')] }] },
  },
})
const withAction = (action: Record<string, unknown>): List => {
  const body = list()
  Object.assign(body.interactive.action, action)
  return body
}
const withInteractive = (more: Record<string, unknown>): List => {
  const body = list()
  Object.assign(body.interactive, more)
  return body
}
const withRow = (changed: Record<string, unknown>) =>
  withAction({ sections: [{ title: 'Um', rows: [{ ...row('1'), ...changed }] }] })

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

describe('what Meta refuses', () => {
  const long = (length: number) => 'x'.repeat(length)
  const rows = (count: number, from = 0) => Array.from({ length: count }, (_, i) => row(`${from + i}`))
  const interactivePath = "interactive['action']['sections'][0]['rows'][0]"

  it.each<[string, number, unknown, string]>([
    ['a title of 25', 131009, withRow({ title: long(25) }), 'Row title is too long. Max length is 24'],
    [
      'a description of 73',
      131009,
      withRow({ description: long(73) }),
      'Row description is too long. Max length is 72',
    ],
    ['a row id of 201', 131009, withRow({ id: long(201) }), 'Row id is too long. Max length is 200'],
    ['a button of 21', 131009, withAction({ button: long(21) }), 'Button label is too long. Max length is 20'],
    [
      'eleven rows over two sections',
      131009,
      withAction({
        sections: [
          { title: 'Um', rows: rows(6) },
          { title: 'Dois', rows: rows(5, 6) },
        ],
      }),
      'Total row count exceed max allowed count: 10',
    ],
    [
      'a body of 1025',
      131009,
      withInteractive({ body: { text: long(1025) } }),
      'Body text length invalid. Min length: 1, Max length: 1024',
    ],
    [
      'a footer of 61',
      131009,
      withInteractive({ footer: { text: long(61) } }),
      'Footer text length invalid. Min length: 0, Max length: 60',
    ],
    [
      'a header of 61',
      131009,
      withInteractive({ header: { type: 'text', text: long(61) } }),
      'Header text length invalid. Min length: 1, Max length: 60',
    ],
    [
      'a text header without text',
      131009,
      withInteractive({ header: { type: 'text' } }),
      'Text cannot be null for header type text',
    ],
    [
      'a picture as header',
      131009,
      withInteractive({ header: { type: 'image', image: { link: 'https://example.com/a.png' } } }),
      'Only header type text is allowed for list messages',
    ],
    [
      'a section title of 25',
      131009,
      withAction({ sections: [{ title: long(25), rows: rows(1) }] }),
      'Section title is too long. Max length is 24',
    ],
    ['no section', 131009, withAction({ sections: [] }), 'List must have at least 1 section'],
    ['no row', 131009, withAction({ sections: [{ title: 'Um', rows: [] }] }), 'Section must have at least 1 row'],
    [
      'eleven sections',
      131009,
      withAction({ sections: rows(11).map((one) => ({ title: one.title, rows: [one] })) }),
      'Total section count exceed max allowed count: 10',
    ],
    [
      'a row id twice',
      131009,
      withAction({ sections: [{ title: 'Um', rows: [row('1'), row('1')] }] }),
      'Row id must be unique: "1" is repeated',
    ],
    [
      'two sections of which one has no title',
      131008,
      withAction({ sections: [{ title: 'Um', rows: rows(1) }, { rows: rows(1, 1) }] }),
      'Section title is required when there is more than one section',
    ],
    [
      'a number that is none',
      131009,
      { ...list(), to: 'abc' },
      'The phone number is malformed: Please use the format: +1234567890.',
    ],
  ])('%s: %i', async (_what, code, body, details) => {
    const sandbox = await start()
    const { status, json } = await post(sandbox, body)
    expect(status).toBe(400)
    expect(json.error).toMatchObject({
      code,
      type: 'OAuthException',
      error_data: { messaging_product: 'whatsapp', details },
    })
    expect(sandbox.messages()).toHaveLength(0)
  })

  it.each<[string, unknown, string]>([
    ['no body', withInteractive({ body: undefined }), "The parameter interactive['body'] is required."],
    [
      'an empty body',
      withInteractive({ body: { text: '' } }),
      "The parameter interactive['body']['text'] is required.",
    ],
    ['an empty row title', withRow({ title: '' }), `The parameter ${interactivePath}['title'] is required.`],
    ['a row without id', withRow({ id: undefined }), `The parameter ${interactivePath}['id'] is required.`],
    [
      'an object as header text',
      withInteractive({ header: { type: 'text', text: { body: 'x' } } }),
      "Param interactive['header']['text'] must be a string.",
    ],
    [
      'rows as an object',
      withAction({ sections: [{ title: 'Um', rows: { rows: [] } }] }),
      "Param interactive['action']['sections'][0]['rows'] must be an array.",
    ],
    ['no button', withAction({ button: undefined }), "The parameter interactive['action']['button'] is required."],
    ['no recipient', { ...list(), to: undefined }, 'The parameter to is required.'],
    ['no product', { ...list(), messaging_product: undefined }, 'The parameter messaging_product is required.'],
    [
      'a group',
      { ...list(), recipient_type: 'group' },
      'Param recipient_type must be one of {individual} - got "group".',
    ],
    ['LIST', withInteractive({ type: 'LIST' }), 'Param interactive[\'type\'] must be one of {list} - got "LIST".'],
    ['no JSON', '{"to":', 'The request body must be a JSON object.'],
    ['an array', '[]', 'The request body must be a JSON object.'],
  ])('%s: code 100', async (_what, body, message) => {
    const { status, json } = await post(await start(), body)
    expect(status).toBe(400)
    expect(json.error).toMatchObject({ code: 100, message: `(#100) ${message}` })
    expect(json.error).not.toHaveProperty('error_data')
  })

  it('a body larger than any list, without keeping it', async () => {
    const { status, json } = await post(await start(), `{"x":"${long(200_000)}"}`)
    expect(status).toBe(413)
    expect(json.error.code).toBe(100)
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
        status: 'sent',
        direction: 'outbound',
        createdAt: expect.stringMatching(/Z$/),
      },
    ])
  })

  it.each([
    ['?status=sent', 1],
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
