import type { GatewayAddress } from '@/lib/domain/gateway'
import type { MessagePayload } from '@/lib/domain/list-message-payload'
import { type Deadlines, exchange } from './exchange'
import type { PostOutcome } from './post-outcome'
import { readAnswer } from './read-answer'

/** Where a path of the gateway is; null where its address is none. */
export function urlOf(address: GatewayAddress, path: string): URL | null {
  const url = `${address.baseUrl.replace(/\/+$/, '')}${path}`
  return URL.canParse(url) ? new URL(url) : null
}

export const headersOf = (address: GatewayAddress) => ({
  authorization: `Bearer ${address.token}`,
  accept: 'application/json',
  'content-type': 'application/json',
})

/**
 * Hands one message to the gateway: `POST <baseUrl>/messages`, once, with no retry of its own.
 * Never rejects: whatever happens is an outcome. The token is in none of them, even where the gateway echoes it.
 */
export async function postMessage(
  address: GatewayAddress,
  payload: MessagePayload,
  deadlines?: Deadlines,
): Promise<PostOutcome> {
  const url = urlOf(address, '/messages')
  if (!url) return { kind: 'notSent', why: 'INVALID_URL' }
  const request = { method: 'POST' as const, url, headers: headersOf(address), body: JSON.stringify(payload) }
  return readAnswer(await exchange(request, deadlines), address.token)
}

/** How the gateway answers to a harmless question. `unexpected`: something is there, but not VecTalk's API. */
export type ConnectionTest =
  | { kind: 'ok' }
  | { kind: 'unauthorized' }
  | { kind: 'unreachable'; why: string }
  | { kind: 'unexpected'; httpStatus: number }

/** Asks for one line of the message history, which needs the token and changes nothing. */
export async function testConnection(address: GatewayAddress, deadlines?: Deadlines): Promise<ConnectionTest> {
  const url = urlOf(address, '/messages?limit=1')
  if (!url) return { kind: 'unreachable', why: 'INVALID_URL' }
  const asked = await exchange({ method: 'GET', url, headers: headersOf(address) }, deadlines)
  if (asked.kind === 'broken') return { kind: 'unreachable', why: asked.code }
  if (asked.status === 401 || asked.status === 403) return { kind: 'unauthorized' }
  const ok = asked.status === 200 && !asked.tooLong && isHistory(asked.body)
  return ok ? { kind: 'ok' } : { kind: 'unexpected', httpStatus: asked.status }
}

function isHistory(body: string): boolean {
  try {
    const parsed: unknown = JSON.parse(body)
    return typeof parsed === 'object' && parsed !== null && 'data' in parsed && Array.isArray(parsed.data)
  } catch {
    return false
  }
}
