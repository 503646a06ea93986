import type { Actor } from '@/lib/domain/actor'
import { toCallbackData } from '@/lib/domain/callback-data'
import { fillMessage, holdsVariable } from '@/lib/domain/fill-message'
import type { FrozenSend } from '@/lib/domain/frozen-send'
import type { GatewayAddress } from '@/lib/domain/gateway'
import { toPayload } from '@/lib/domain/list-message-payload'
import { filledMessageSchema } from '@/lib/domain/variable-values'
import { postMessage } from '@/lib/whatsapp/client'
import type { Deadlines } from '@/lib/whatsapp/exchange'
import type { PostOutcome } from '@/lib/whatsapp/post-outcome'
import type { ClaimedRecipient } from './claim-recipients'

export type DispatchInput = {
  recipient: Pick<ClaimedRecipient, 'id' | 'attempt' | 'phone' | 'values'>
  send: FrozenSend
  address: GatewayAddress
  deadlines?: Deadlines
}

/**
 * Hands one recipient to the provider: the frozen message, filled with their values. The recipient must be `sending` in
 * the database already; what comes of it is for recordOutcomes. A message that would be none with these values leaves
 * for nobody: it is refused here. Never rejects.
 */
export async function dispatchRecipient(_actor: Actor, input: DispatchInput): Promise<PostOutcome> {
  const { recipient, send, address, deadlines } = input
  const message = fillMessage(send.message, recipient.values)
  // Judged when the list was; this is the last look, where a fault before it would reach a person.
  const wasFilled = recipient.values !== null || holdsVariable(message)
  if (wasFilled && !filledMessageSchema.safeParse(message).success) return UNFIT
  const callbackData = address.passesCallbackData ? toCallbackData(recipient) : null
  const { includeRecipientType } = send
  return postMessage(address, toPayload(message, recipient.phone, { includeRecipientType, callbackData }), deadlines)
}

const UNFIT: PostOutcome = {
  kind: 'refused',
  httpStatus: null,
  code: null,
  title: 'The message does not fit with these values.',
  details: null,
  retryAfterMs: null,
  answer: null,
}
