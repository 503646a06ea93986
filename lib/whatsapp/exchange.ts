import { type Dispatcher, Pool } from 'undici'

/** Time limits of one exchange in milliseconds, from its call on. */
export type Deadlines = { headersMs: number; allMs: number }

/** Ten seconds to connect and be answered, fifteen to have it all: after that a slot is worth more than the answer. */
export const DEADLINES: Deadlines = { headersMs: 10_000, allMs: 15_000 }

/** The answer to a message never needs more; one that does is not the gateway's. */
export const MAX_BODY_BYTES = 64 * 1024

/**
 * `left` tells whether any byte of the request may have reached the wire. `body` is what was read until the end, the
 * break or the bound. `retryAfterMs` is the answer's Retry-After, at most MAX_RETRY_AFTER_MS.
 */
export type Exchange =
  | { kind: 'answered'; status: number; retryAfterMs: number | null; body: string; tooLong: boolean }
  | { kind: 'broken'; left: boolean; why: 'timeout' | 'reset'; code: string; status: number | null; body: string }

/** A longer one would be somebody's mistake, and is asked again after this. */
export const MAX_RETRY_AFTER_MS = 60 * 60_000

/** Seconds or a date, as RFC 9110 has it; null where there is none that can be read. */
function readRetryAfter(header: string | string[] | undefined): number | null {
  const text = (Array.isArray(header) ? header[0] : header)?.trim()
  if (!text) return null
  const ms = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now()
  return Number.isFinite(ms) ? Math.min(Math.max(0, ms), MAX_RETRY_AFTER_MS) : null
}

/** @property maxBodyBytes how much of the answer is read */
type HttpRequest = {
  method: 'GET' | 'POST'
  url: URL
  headers: Record<string, string>
  body?: string
  maxBodyBytes?: number
}

const CONNECTIONS = 256
const pools = new Map<string, Pool>()

function poolFor(origin: string): Pool {
  const kept = pools.get(origin)
  if (kept) return kept
  // Our own timers watch every request: undici's would add a second opinion with a coarser clock.
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    connect: { timeout: DEADLINES.headersMs },
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  pools.set(origin, pool)
  return pool
}

/** Ends every kept connection, and with it what is still under way. */
export async function closePools(): Promise<void> {
  const open = [...pools.values()]
  pools.clear()
  await Promise.all(open.map((pool) => pool.destroy()))
}

/** One request and its whole answer within the deadlines. Never rejects. */
export function exchange(
  { url, method, headers, body, maxBodyBytes = MAX_BODY_BYTES }: HttpRequest,
  deadlines = DEADLINES,
): Promise<Exchange> {
  return new Promise((resolve) => {
    const startedAt = performance.now()
    const chunks: Buffer[] = []
    let size = 0
    let status: number | null = null
    let retryAfterMs: number | null = null
    let left = false
    let settled = false
    let controller: Dispatcher.DispatchController | undefined
    let timer = setTimeout(onDeadline, deadlines.headersMs)

    const text = () => Buffer.concat(chunks).toString('utf8')
    function settle(result: Exchange) {
      if (settled) return
      settled = true
      clearTimeout(timer)
      resolve(result)
      controller?.abort(new Error('settled'))
    }
    function broken(why: 'timeout' | 'reset', code: string) {
      settle({ kind: 'broken', left, why, code, status, body: text() })
    }
    function onDeadline() {
      broken('timeout', 'DEADLINE')
    }

    const handler: Dispatcher.DispatchHandler = {
      // Called just before the first byte is written: what fails earlier has provably never left.
      onRequestStart(started) {
        controller = started
        if (settled) started.abort(new Error('too late'))
        else left = true
      },
      onResponseStart(_controller, statusCode, headers) {
        if (statusCode < 200) return
        status = statusCode
        retryAfterMs = readRetryAfter(headers['retry-after'])
        clearTimeout(timer)
        timer = setTimeout(onDeadline, Math.max(0, deadlines.allMs - (performance.now() - startedAt)))
      },
      onResponseData(_controller, chunk) {
        const room = maxBodyBytes - size
        chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk)
        size += chunk.length
        if (size > maxBodyBytes && status !== null)
          settle({ kind: 'answered', status, retryAfterMs, body: text(), tooLong: true })
      },
      onResponseEnd() {
        controller = undefined
        if (status !== null) settle({ kind: 'answered', status, retryAfterMs, body: text(), tooLong: false })
      },
      onResponseError(_controller, error) {
        controller = undefined
        broken('reset', codeOf(error))
      },
    }

    try {
      poolFor(url.origin).dispatch({ path: url.pathname + url.search, method, headers, body: body ?? null }, handler)
    } catch (error) {
      broken('reset', codeOf(error))
    }
  })
}

const codeOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'UNKNOWN'
