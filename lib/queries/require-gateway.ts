import { type ActionResult, fail, succeed } from '@/lib/domain/action-result'
import type { Actor } from '@/lib/domain/actor'
import type { GatewayKind } from '@/lib/domain/gateway'
import { getGateway } from './connection'

export type GatewayErrorCode = 'gatewayChanged' | 'notReady'

/** The gateway of a Send made now, where it is still the one that the person was told, and can be reached. */
export async function requireGateway(
  actor: Actor,
  told: GatewayKind,
): Promise<ActionResult<{ gateway: GatewayKind; includeRecipientType: boolean }, GatewayErrorCode>> {
  const { kind, ready, includeRecipientType } = await getGateway(actor)
  if (kind !== told) return fail('gatewayChanged')
  if (!ready) return fail('notReady')
  return succeed({ gateway: kind, includeRecipientType })
}
