import { readConnection, sandboxAddress } from '@/lib/db/connection'
import type { Actor } from '@/lib/domain/actor'
import type { ConnectionView, Gateway, GatewayAddress, GatewayKind } from '@/lib/domain/gateway'

/** The connection as Settings shows it: its token stays here. */
export async function getConnection(_actor: Actor): Promise<ConnectionView> {
  const { token, ...rest } = await readConnection()
  return { ...rest, token: token && { from: token.from, lastFour: token.lastFour } }
}

/**
 * Where a Send made now goes. A saved token that no longer opens still means VecTalk: falling back to the stand-in
 * would let people believe that their customers were written to.
 */
export async function getGateway(_actor: Actor): Promise<Gateway> {
  const { token, tokenUnreadable, includeRecipientType } = await readConnection()
  if (token || tokenUnreadable) return { kind: 'vectalk', includeRecipientType, ready: token !== null }
  return { kind: 'sandbox', includeRecipientType, ready: sandboxAddress() !== null }
}

/** The address for a Send that was made for this gateway, or null while there is none. */
export async function getGatewayFor(_actor: Actor, kind: GatewayKind): Promise<GatewayAddress | null> {
  if (kind === 'sandbox') return sandboxAddress()
  const { baseUrl, token, passesCallbackData } = await readConnection()
  return token && { baseUrl, token: token.value, ...(passesCallbackData && { passesCallbackData }) }
}
