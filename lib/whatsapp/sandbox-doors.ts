import { z } from 'zod'
import type { GatewayAddress } from '@/lib/domain/gateway'
import { headersOf, urlOf } from './client'
import { exchange } from './exchange'

/** What a customer does with a list that they got: taps one of its rows, or writes. */
export type CustomerAnswer = { rowId: string } | { text: string }

/**
 * `answered`: the stand-in has taken it, and tells it to so many addresses. `unknown`: it knows no such message, or no such
 * row, as it remembers nothing from before its own start.
 */
export type PlayedAnswer = { kind: 'answered'; told: number } | { kind: 'unknown' } | { kind: 'unreachable' }

const answeredSchema = z.object({ told: z.int().min(0) })

/** Has the stand-in play the customer: `POST <baseUrl>/_play/reply`. Real gateways have no such door. Never rejects. */
export async function playAnswer(
  address: GatewayAddress,
  input: { wamid: string } & CustomerAnswer,
): Promise<PlayedAnswer> {
  const url = urlOf(address, '/_play/reply')
  if (!url) return { kind: 'unreachable' }
  const asked = await exchange({ method: 'POST', url, headers: headersOf(address), body: JSON.stringify(input) })
  if (asked.kind === 'broken' || asked.status >= 500) return { kind: 'unreachable' }
  const answered = asked.status === 200 ? answeredSchema.safeParse(parseJson(asked.body)) : null
  return answered?.success ? { kind: 'answered', told: answered.data.told } : { kind: 'unknown' }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
