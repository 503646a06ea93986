import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Pool } from 'undici'
import { randomFrom } from './random'

/**
 * What may happen to one request. `Before` never reaches the gateway, `After` is broken once the gateway has taken the
 * message: the client cannot tell the two apart.
 */
export const FAULTS = [
  'tooMany',
  'tooManyRetryAfter',
  'refusedFault',
  'refusedPair',
  'serverErrorBefore',
  'serverErrorAfter',
  'resetBefore',
  'resetAfter',
  'halfBody',
  'garbage',
  'hugeBody',
  'noMessageId',
  'silence',
  'revoked',
] as const
export type Fault = (typeof FAULTS)[number]
/** How large a share of the requests each fault takes, from 0 to 1. */
export type Shares = Partial<Record<Fault, number>>

export type FaultyGateway = {
  url: string
  port: number
  /** From the next request on. */
  set: (shares: Shares) => void
  /** How often each fault was played. */
  played: () => Partial<Record<Fault, number>>
  close: () => Promise<void>
}

const SILENCE_MS = 30_000
const HUGE = 'x'.repeat(1024 * 1024)

/** Stands between a client and a gateway, and breaks what goes through as a seed decides. */
export async function createFaultyGateway(target: string, seed: number): Promise<FaultyGateway> {
  const random = randomFrom(seed)
  const pool = new Pool(target, { connections: 256 })
  const timers = new Set<NodeJS.Timeout>()
  const played: Partial<Record<Fault, number>> = {}
  let shares: Shares = {}

  function draw(): Fault | null {
    let drawn = random()
    for (const fault of FAULTS) {
      drawn -= shares[fault] ?? 0
      if (drawn >= 0) continue
      played[fault] = (played[fault] ?? 0) + 1
      return fault
    }
    return null
  }

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fault = request.method === 'POST' ? draw() : null
    if (fault === 'resetBefore') return void request.socket.resetAndDestroy()
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    if (fault && answerInstead(fault, response)) return
    const answer = await pool.request({
      path: request.url ?? '/',
      method: request.method === 'POST' ? 'POST' : 'GET',
      headers: {
        authorization: request.headers.authorization ?? '',
        'content-type': request.headers['content-type'] ?? 'application/json',
      },
      body: request.method === 'POST' ? Buffer.concat(chunks) : null,
    })
    const text = await answer.body.text()
    if (fault && breakAfter(fault, response, text)) return
    response.writeHead(answer.statusCode, { 'content-type': 'application/json' }).end(text)
  }

  function breakAfter(fault: Fault, response: ServerResponse, text: string): boolean {
    switch (fault) {
      case 'serverErrorAfter':
        response.writeHead(502, { 'content-type': 'text/html' }).end('<html><h1>502</h1></html>')
        return true
      case 'resetAfter':
        response.socket?.resetAndDestroy()
        return true
      case 'halfBody':
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
        response.write(text.slice(0, text.length / 2), () => response.destroy())
        return true
      case 'garbage':
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"messages": [OK')
        return true
      case 'hugeBody':
        response.writeHead(200, { 'content-type': 'application/json' })
        for (let i = 0; i < 4 && !response.destroyed; i++) response.write(HUGE)
        response.end()
        return true
      case 'noMessageId':
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"messaging_product":"whatsapp"}')
        return true
      case 'silence': {
        const timer = setTimeout(() => {
          timers.delete(timer)
          response.destroy()
        }, SILENCE_MS)
        timers.add(timer)
        return true
      }
      default:
        return false
    }
  }

  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy())
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The faulty gateway has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    set: (next) => {
      shares = next
    },
    played: () => ({ ...played }),
    close: async () => {
      for (const timer of timers) clearTimeout(timer)
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
      await pool.destroy()
    },
  }
}

/** Refusals come before the gateway has taken anything, as a gateway's own do. */
function answerInstead(fault: Fault, response: ServerResponse): boolean {
  const refuse = (status: number, code: number, headers: Record<string, string> = {}) => {
    const body = { error: { message: `(#${code}) refused`, type: 'OAuthException', code } }
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
    return true
  }
  switch (fault) {
    case 'tooMany':
      return refuse(429, 130429)
    case 'tooManyRetryAfter':
      return refuse(429, 130429, { 'retry-after': '1' })
    case 'refusedFault':
      return refuse(500, 131000)
    case 'refusedPair':
      return refuse(400, 131056)
    case 'revoked':
      return refuse(401, 190)
    case 'serverErrorBefore':
      response.writeHead(503, { 'content-type': 'text/html' }).end('<html><h1>503</h1></html>')
      return true
    default:
      return false
  }
}
