import { z } from 'zod'
import type { GatewayAddress } from '@/lib/domain/gateway'
import { headersOf, urlOf } from './client'
import { type Deadlines, exchange } from './exchange'
import { readAnswer } from './read-answer'

/** How the gateway answers. `unexpected`: something is there, but not VecTalk's API. */
export type Registration =
  | { kind: 'registered'; id: string }
  | { kind: 'unauthorized' }
  | { kind: 'notFound' }
  | { kind: 'refused'; httpStatus: number; said: string }
  | { kind: 'unreachable'; why: string }
  | { kind: 'unexpected'; httpStatus: number }

const registeredSchema = z.object({ id: z.string().trim().min(1).max(200) })

/**
 * Asks the gateway to post what happens to an instance's messages to an address: `POST <baseUrl>/webhooks`, once.
 * Never rejects. The token is in no answer, even where the gateway echoes it. Source: VecTalk, webhooks/register.
 */
export async function registerWebhook(
  address: GatewayAddress,
  { instanceId, url, name }: { instanceId: string; url: string; name: string },
  deadlines?: Deadlines,
): Promise<Registration> {
  const to = urlOf(address, '/webhooks')
  if (!to) return { kind: 'unreachable', why: 'INVALID_URL' }
  const body = JSON.stringify({ instance_id: instanceId, url, name })
  const asked = await exchange({ method: 'POST', url: to, headers: headersOf(address), body }, deadlines)
  if (asked.kind === 'broken') return { kind: 'unreachable', why: asked.code }
  const httpStatus = asked.status
  if (httpStatus === 401 || httpStatus === 403) return { kind: 'unauthorized' }
  if (httpStatus === 404 || httpStatus === 405) return { kind: 'notFound' }
  const answer = readAnswer(asked, address.token)
  if (answer.kind === 'refused') return { kind: 'refused', httpStatus, said: answer.details ?? answer.title }
  const registered = registeredSchema.safeParse(answer.kind === 'unknown' ? answer.answer : null)
  const ok = registered.success && httpStatus >= 200 && httpStatus <= 299
  return ok ? { kind: 'registered', id: registered.data.id } : { kind: 'unexpected', httpStatus }
}
