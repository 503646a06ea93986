import type { Actor } from '@/lib/domain/actor'
import type { FrozenSend } from '@/lib/domain/frozen-send'
import type { GatewayAddress } from '@/lib/domain/gateway'
import { toPayload } from '@/lib/domain/list-message-payload'
import { postMessage } from '@/lib/whatsapp/client'
import type { Deadlines } from '@/lib/whatsapp/exchange'
import type { PostOutcome } from '@/lib/whatsapp/post-outcome'

/**
 * Hands one recipient to the provider. The recipient must be `sending` in the database already; what comes of it is for
 * recordOutcomes. Never rejects.
 */
export function dispatchRecipient(
  _actor: Actor,
  input: { phone: string; send: FrozenSend; address: GatewayAddress; deadlines?: Deadlines },
): Promise<PostOutcome> {
  const { phone, send, address, deadlines } = input
  const { includeRecipientType } = send
  return postMessage(address, toPayload(send.message, phone, { includeRecipientType }), deadlines)
}
