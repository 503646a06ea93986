import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { toPayload } from '@/lib/domain/list-message-payload'
import { SANDBOX_SCENARIOS } from '@/lib/domain/sandbox-scenarios'
import { createSandbox, type Sandbox, type SandboxOptions } from '@/lib/sandbox/sandbox'
import { postMessage, testConnection } from './client'
import { closePools, MAX_BODY_BYTES, MAX_RETRY_AFTER_MS } from './exchange'
import { MAX_KEPT_ANSWER } from './read-answer'

const token = 'EAAG-a-token-nobody-may-see'
const deadlines = { headersMs: 400, allMs: 600 }
const closing: (() => Promise<unknown>)[] = []

afterEach(async () => {
  await closePools()
  await Promise.all(closing.splice(0).map((close) => close()))
})

const payload = (to = '+5511987654321') =>
  toPayload({ body: 'Escolha', button: 'Ver', sections: [{ rows: [{ id: '1', title: 'Um' }] }] }, to)

async function sandbox(options?: SandboxOptions): Promise<Sandbox> {
  const started = await createSandbox(options)
  closing.push(started.close)
  return started
}

/** A server that does with each connection whatever a test likes, and keeps what reaches it. */
async function rawServer(onRequest: (socket: Socket, received: string) => void) {
  const sockets = new Set<Socket>()
  const seen: string[] = []
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      seen.push(chunk.toString())
      onRequest(socket, chunk.toString())
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return { address: { baseUrl: `http://127.0.0.1:${port}`, token }, seen, connections: () => sockets.size }
}

const raw = (status: string, body: string, headers = '') =>
  `HTTP/1.1 ${status}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`

const answering = (status: string, body: string, headers = '') =>
  rawServer((socket) => socket.write(raw(status, body, headers)))

describe('postMessage and the stand-in', () => {
  it('names the message that was accepted, and what WhatsApp calls the number', async () => {
    const { url, messages } = await sandbox()
    const outcome = await postMessage({ baseUrl: url, token }, payload('+5531987654321'))
    const [message] = messages()
    expect(outcome).toMatchObject({
      kind: 'accepted',
      wamid: message?.waMessageId,
      input: '5531987654321',
      waId: '553187654321',
      httpStatus: 200,
    })
  })

  it.each(['', '/', '/api', '/api/'])('posts to <base>/messages for a base that ends in "%s"', async (end) => {
    const { url, messages } = await sandbox()
    expect(await postMessage({ baseUrl: url + end, token }, payload())).toMatchObject({ kind: 'accepted' })
    expect(messages()).toHaveLength(1)
  })

  it('sends what the stand-in of VecTalk documents, byte for byte', async () => {
    const { url, messages } = await sandbox()
    await postMessage({ baseUrl: url, token }, payload())
    expect(messages()[0]?.body).toBe(JSON.stringify(payload()))
  })

  it.each(SANDBOX_SCENARIOS.filter(({ play }) => play.kind === 'refuse'))(
    '$name is a refusal with its code',
    async ({ ending, play }) => {
      const { url, messages } = await sandbox()
      const outcome = await postMessage({ baseUrl: url, token }, payload(`+551198765${ending}`))
      if (play.kind !== 'refuse') throw new Error('not a refusal')
      expect(outcome).toMatchObject({
        kind: 'refused',
        httpStatus: play.httpStatus,
        code: play.code,
        title: `(#${play.code}) ${play.title}`,
        details: play.details,
      })
      expect(messages()).toHaveLength(0)
    },
  )

  it.each([
    ['serverErrorBare', 'serverError'],
    ['slow', 'timeout'],
    ['reset', 'reset'],
    ['garbage', 'unreadable'],
    ['noMessageId', 'noMessageId'],
  ])('%s leaves it unknown: %s', async (name, why) => {
    const { url } = await sandbox({ slowMs: 5_000 })
    const ending = SANDBOX_SCENARIOS.find((scenario) => scenario.name === name)?.ending
    const outcome = await postMessage({ baseUrl: url, token }, payload(`+551198765${ending}`), deadlines)
    expect(outcome).toMatchObject({ kind: 'unknown', why })
  })

  it('a revoked token is refused with 190, which another try will not mend', async () => {
    const { url } = await sandbox()
    expect(await postMessage({ baseUrl: url, token: 'revoked' }, payload())).toMatchObject({
      kind: 'refused',
      httpStatus: 401,
      code: 190,
    })
  })

  it('keeps connections alive for the requests that follow', async () => {
    const { address, connections } = await answering('200 OK', '{"messages":[{"id":"wamid.1"}]}')
    for (let i = 0; i < 20; i++) await postMessage(address, payload())
    // Not one: the next request may begin while the pool still tidies up after the last.
    expect(connections()).toBeLessThanOrEqual(2)
  })
})

describe('postMessage and servers that misbehave', () => {
  it('nothing listening: it never left', async () => {
    const { address } = await rawServer(() => {})
    await closing.pop()?.()
    expect(await postMessage(address, payload())).toEqual({ kind: 'notSent', why: 'ECONNREFUSED' })
  })

  it('a name that does not resolve: it never left', async () => {
    const outcome = await postMessage({ baseUrl: 'http://no-such-host.invalid', token }, payload())
    expect(outcome).toMatchObject({ kind: 'notSent' })
  })

  it('an address that is none: it never left', async () => {
    expect(await postMessage({ baseUrl: 'not an address', token }, payload())).toEqual({
      kind: 'notSent',
      why: 'INVALID_URL',
    })
  })

  it('silence after the request: unknown once the deadline has passed', async () => {
    const { address, seen } = await rawServer(() => {})
    expect(await postMessage(address, payload(), deadlines)).toMatchObject({ kind: 'unknown', why: 'timeout' })
    expect(seen).toHaveLength(1)
  })

  it('a body that never ends: unknown, within the deadline for all of it', async () => {
    const { address } = await rawServer((socket) =>
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"mess'),
    )
    expect(await postMessage(address, payload(), deadlines)).toMatchObject({
      kind: 'unknown',
      why: 'timeout',
      httpStatus: 200,
      answer: '{"mess',
    })
  })

  it.each([
    ['before an answer', (socket: Socket) => socket.resetAndDestroy()],
    ['closed before an answer', (socket: Socket) => socket.end()],
    ['half-way through the headers', (socket: Socket) => socket.write('HTTP/1.1 200', () => socket.resetAndDestroy())],
    ['half-way through the body', (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"a"')],
    ['by something that is no HTTP', (socket: Socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n')],
  ])('broken %s: unknown', async (_when, onRequest) => {
    const { address } = await rawServer(onRequest)
    expect(await postMessage(address, payload(), deadlines)).toMatchObject({ kind: 'unknown', why: 'reset' })
  })

  it.each([
    ['200 OK', 'OK', 'unreadable'],
    ['200 OK', '', 'unreadable'],
    ['200 OK', '<html><body>Welcome</body></html>', 'unreadable'],
    ['200 OK', '{}', 'noMessageId'],
    ['200 OK', '[]', 'noMessageId'],
    ['200 OK', 'null', 'noMessageId'],
    ['200 OK', '{"messages":[]}', 'noMessageId'],
    ['200 OK', '{"messages":[{"id":"  "}]}', 'noMessageId'],
    ['200 OK', '{"messages":[{"id":7}]}', 'noMessageId'],
    ['204 No Content', '', 'unreadable'],
    ['302 Found', '{"see":"elsewhere"}', 'unreadable'],
    ['404 Not Found', '<h1>Not found</h1>', 'unreadable'],
    ['500 Internal Server Error', '', 'serverError'],
    ['500 Internal Server Error', '{"message":"Internal server error"}', 'serverError'],
    ['503 Service Unavailable', '<h1>Busy</h1>', 'serverError'],
    ['500 Internal Server Error', '{"messages":[{"id":"wamid.1"}]}', 'serverError'],
  ])('%s %s: unknown', async (status, body, why) => {
    const { address } = await answering(status, body)
    expect(await postMessage(address, payload(), deadlines)).toMatchObject({ kind: 'unknown', why })
  })

  it.each([
    ['500 Internal Server Error', 131016],
    ['400 Bad Request', 131009],
    ['200 OK', 131047],
    ['429 Too Many Requests', 130429],
    ['400 Bad Request', 999_999],
  ])('%s with the gateway’s error body %i: refused', async (status, code) => {
    const body = JSON.stringify({ error: { message: `(#${code}) No`, code, error_data: { details: 'Because' } } })
    const { address } = await answering(status, body)
    expect(await postMessage(address, payload())).toMatchObject({
      kind: 'refused',
      code,
      title: `(#${code}) No`,
      details: 'Because',
      retryAfterMs: null,
    })
  })

  it.each([
    ['7', 7_000],
    ['0', 0],
    ['999999', MAX_RETRY_AFTER_MS],
    ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
    ['soon', null],
  ])('a refusal carries its Retry-After of %s', async (header, retryAfterMs) => {
    const body = JSON.stringify({ error: { message: 'No', code: 130429 } })
    const { address } = await answering('429 Too Many Requests', body, `retry-after: ${header}\r\n`)
    expect(await postMessage(address, payload())).toMatchObject({ kind: 'refused', retryAfterMs })
  })

  it('a 4xx in JSON of another shape is a refusal without a code', async () => {
    const { address } = await answering('404 Not Found', '{"message":"Cannot POST /messages","statusCode":404}')
    expect(await postMessage(address, payload())).toMatchObject({
      kind: 'refused',
      code: null,
      title: 'Cannot POST /messages',
      details: null,
    })
  })

  it('accepts without contacts: since 2026 a person may have no phone in an answer', async () => {
    const { address } = await answering('200 OK', '{"messages":[{"id":"wamid.1"}]}')
    expect(await postMessage(address, payload())).toMatchObject({ kind: 'accepted', wamid: 'wamid.1', waId: null })
  })

  it('reads a huge answer only up to its bound, and keeps a small head of it', async () => {
    let written = 0
    const { address } = await rawServer((socket) => {
      const chunk = 'x'.repeat(64 * 1024)
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n')
      const more = () => {
        if (socket.destroyed || written > 100_000_000) return
        written += chunk.length
        socket.write(`10000\r\n${chunk}\r\n`, more)
      }
      more()
    })
    const outcome = await postMessage(address, payload())
    expect(outcome).toMatchObject({ kind: 'unknown', why: 'unreadable' })
    expect(JSON.stringify(outcome).length).toBeLessThan(MAX_KEPT_ANSWER + 200)
    expect(written).toBeLessThan(MAX_BODY_BYTES * 200)
  })

  it('keeps nothing that PostgreSQL would refuse to store', async () => {
    const body = String.raw`{"error":{"code":100,"message":"a\u0000b \ud800","k\u0000":1}}`
    const { address } = await answering('400 Bad Request', body)
    const kept = JSON.stringify(await postMessage(address, payload()))
    expect(kept).toContain('a\uFFFDb')
    expect(kept).not.toMatch(/\\u0000|\\ud800/)
  })
})

describe('the token', () => {
  it.each([
    ['200 OK', `you said ${token}`],
    ['400 Bad Request', JSON.stringify({ error: { code: 190, message: `Bad token ${token}`, [token]: token } })],
    ['500 Internal Server Error', JSON.stringify({ headers: { authorization: `Bearer ${token}` } })],
  ])('is sent, and never part of an outcome, even where the server echoes it: %s', async (status, body) => {
    const { address, seen } = await answering(status, body)
    const outcome = await postMessage(address, payload())
    expect(JSON.stringify(outcome)).not.toContain(token)
    expect(seen[0]).toContain(`authorization: Bearer ${token}`)
  })

  it('that cannot stand in a header never leaves, and is not told', async () => {
    const { address, seen } = await answering('200 OK', '{}')
    const outcome = await postMessage({ ...address, token: `${token}\r\nx: y` }, payload())
    expect(outcome.kind).toBe('notSent')
    expect(JSON.stringify(outcome)).not.toContain(token)
    expect(seen).toHaveLength(0)
  })
})

describe('testConnection', () => {
  it('is ok where the message history answers, under any base', async () => {
    const { url } = await sandbox()
    expect(await testConnection({ baseUrl: `${url}/api`, token })).toEqual({ kind: 'ok' })
  })

  it('tells a bad token, nobody there, and something else there apart', async () => {
    const { url } = await sandbox()
    expect(await testConnection({ baseUrl: url, token: 'revoked' })).toEqual({ kind: 'unauthorized' })
    const page = await answering('200 OK', '<html></html>')
    expect(await testConnection(page.address)).toEqual({ kind: 'unexpected', httpStatus: 200 })
    const silent = await rawServer(() => {})
    expect(await testConnection(silent.address, deadlines)).toEqual({ kind: 'unreachable', why: 'DEADLINE' })
    expect(await testConnection({ baseUrl: `${url}/other`, token })).toEqual({ kind: 'unexpected', httpStatus: 404 })
  })
})
