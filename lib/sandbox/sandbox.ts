import { createWriteStream } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { messagePayloadSchema } from '@/lib/domain/list-message-payload'
import { type SandboxScenario, sandboxScenarioFor } from '@/lib/domain/sandbox-scenarios'
import { answer, parseJson, readBody, refuse } from './http-answer'
import { MessageHistory, type SandboxMessage } from './message-history'
import { DOORS } from './play-door'
import type { SandboxPlays } from './plays'
import { NOT_JSON, type Refusal, TOO_LARGE, toRefusal } from './refusal'
import { Stage } from './stage'
import { WebhookSender } from './webhook-sender'
import { newWamid, toWaId } from './whatsapp-ids'

/**
 * @property port 0, the default, takes a free one
 * @property log a file that gets one line of JSON for every message that is taken
 * @property latencyMs how long every answer to a message takes
 * @property slowMs how long the slow one takes: past the client's deadline
 * @property keep how many messages are remembered
 * @property bears how many messages a second it takes before it refuses with 130429, and what it then says to wait
 * @property plays what comes after an acceptance; nothing, when absent: then a message stays as it is
 * @property webhook an address that hears of everything, beside those that are registered; and what all of them are signed with
 */
export type SandboxOptions = {
  port?: number
  log?: string
  latencyMs?: number
  slowMs?: number
  keep?: number
  bears?: { perSecond: number; retryAfter?: string }
  plays?: SandboxPlays
  webhook?: { url?: string; secret?: string; retryMs?: number }
}

export type Sandbox = {
  url: string
  port: number
  /** Every message taken, oldest first, whatever its sender was told. */
  messages: () => SandboxMessage[]
  close: () => Promise<void>
}

const REVOKED: Refusal = {
  httpStatus: 401,
  code: 190,
  title: 'Error validating access token: The session has been invalidated.',
}
const TOO_MANY: Refusal = {
  httpStatus: 400,
  code: 130429,
  title: 'Rate limit hit',
  details: 'The throughput of this phone number has been reached.',
}
const NO_TOKEN: Refusal = { httpStatus: 401, code: 0, title: 'AuthException: a Bearer access token is required.' }

/**
 * A stand-in for VecTalk on loopback, strict where Meta is strict. Any token opens it, but for the word `revoked`; each is an
 * instance of its own, which hears and lists nothing of another's.
 * Answers with and without the `/api` prefix, since VecTalk's own pages show both.
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, latencyMs = 0, slowMs = 20_000, keep = 10_000 } = options
  const history = new MessageHistory(keep)
  const sender = new WebhookSender(options.webhook)
  const stage = new Stage(history, sender, options.plays ?? null)
  if (options.webhook?.url) sender.register(null, { instanceId: '', url: options.webhook.url, name: '' })
  const log = options.log ? createWriteStream(options.log, { flags: 'a' }) : undefined
  /** Who had their one refusal. */
  const passed = new Set<string>()
  const timers = new Set<NodeJS.Timeout>()
  const isTooMany = options.bears ? overRate(options.bears.perSecond) : () => false

  const later = (ms: number, act: () => void) => {
    if (ms <= 0) return act()
    const timer = setTimeout(() => {
      timers.delete(timer)
      act()
    }, ms)
    timers.add(timer)
  }

  async function postMessage(instance: string, request: IncomingMessage, response: ServerResponse) {
    const text = await readBody(request)
    if (text === null) return refuse(response, TOO_LARGE)
    const body = parseJson(text)
    const parsed = messagePayloadSchema.safeParse(body)
    const refusal = parsed.success ? null : toRefusal(parsed.error, body)
    if (!parsed.success || refusal) return later(latencyMs, () => refuse(response, refusal ?? NOT_JSON))

    if (isTooMany()) {
      if (options.bears?.retryAfter) response.setHeader('retry-after', options.bears.retryAfter)
      return later(latencyMs, () => refuse(response, TOO_MANY))
    }

    const digits = parsed.data.to
    const scenario = passed.has(digits) ? undefined : sandboxScenarioFor(digits)
    if (scenario?.play.kind === 'refuse' && scenario.play.once) passed.add(digits)
    const waId = toWaId(digits)
    const wamid = newWamid(waId)
    if (scenario?.taken !== false) {
      const taken = { waMessageId: wamid, to: digits, waId, scenario: scenario?.name ?? null, body: text }
      const kept = history.add(instance, taken)
      log?.write(`${JSON.stringify(kept.message)}\n`)
      const rows = parsed.data.interactive.action.sections.flatMap((section) => section.rows)
      stage.begin(kept, rows, parsed.data.biz_opaque_callback_data ?? null)
    }
    const input = String((body as { to: string | number }).to)
    const acceptance = { messaging_product: 'whatsapp', contacts: [{ input, wa_id: waId }], messages: [{ id: wamid }] }
    const wait = scenario?.play.kind === 'slow' ? slowMs : latencyMs
    later(wait, () => (scenario ? play(scenario, response, acceptance) : answer(response, 200, acceptance)))
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://stand-in')
    const path = url.pathname.replace(/^\/api(?=\/)/, '').replace(/\/+$/, '')
    const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
    const door = DOORS[path]
    if (path !== '/messages' && !door)
      return answer(response, 404, { message: `Cannot ${request.method} ${url.pathname}` })
    if (!token) return refuse(response, NO_TOKEN)
    if (token === 'revoked') return refuse(response, REVOKED)
    if (request.method === 'POST') {
      const work = door
        ? door(request, response, { instance: token, history, stage, sender })
        : postMessage(token, request, response)
      work.catch(() => response.destroy())
      return
    }
    if (request.method !== 'GET' || door)
      return answer(response, 405, { message: `Cannot ${request.method} ${url.pathname}` })
    const page = history.page(token, url.searchParams)
    return page ? answer(response, 200, page) : answer(response, 400, { message: 'A query parameter is not valid' })
  })
  // Idle connections outlive a lull between two batches.
  server.keepAliveTimeout = 60_000

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port')

  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    messages: () => history.all(),
    close: async () => {
      for (const timer of timers) clearTimeout(timer)
      stage.close()
      sender.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
      if (log) await new Promise<void>((resolve) => log.end(resolve))
    },
  }
}

/** A bucket that fills at the rate and holds a second's worth: says whether one more is too many. */
function overRate(perSecond: number): () => boolean {
  let tokens = perSecond
  let filledAt = performance.now()
  return () => {
    const now = performance.now()
    tokens = Math.min(perSecond, tokens + ((now - filledAt) / 1000) * perSecond)
    filledAt = now
    if (tokens < 1) return true
    tokens -= 1
    return false
  }
}

function play({ play: part }: SandboxScenario, response: ServerResponse, acceptance: { contacts: unknown }) {
  switch (part.kind) {
    case 'refuse':
      return refuse(response, part)
    case 'serverError':
      return answer(response, 502, '<html><body><h1>502 Bad Gateway</h1></body></html>', 'text/html')
    case 'slow':
      return answer(response, 200, acceptance)
    case 'reset':
      return response.socket?.resetAndDestroy()
    case 'garbage':
      return answer(response, 200, 'OK, message queued {', 'text/plain')
    case 'noMessageId':
      return answer(response, 200, { messaging_product: 'whatsapp', contacts: acceptance.contacts })
  }
}
