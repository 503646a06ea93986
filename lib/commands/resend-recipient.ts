import { db } from '@/lib/db/client'
import { FollowedError } from '@/lib/db/followable'
import { type ActionResult, fail } from '@/lib/domain/action-result'
import type { Actor } from '@/lib/domain/actor'
import { fillMessage } from '@/lib/domain/fill-message'
import type { GatewayKind } from '@/lib/domain/gateway'
import type { ListMessage } from '@/lib/domain/list-message'
import type { VariableValues } from '@/lib/domain/variable-values'
import { type CreatedSend, createSend } from './create-send'

/**
 * @property acknowledgedUncertain the person has read that an uncertain message may have arrived
 * @property gateway where it goes now, which may be elsewhere than the first time
 */
export type ResendInput = {
  recipientId: string
  acknowledgedUncertain: boolean
  gateway: GatewayKind
  includeRecipientType: boolean
}

export type ResendErrorCode = 'notFound' | 'notResendable' | 'acknowledgementNeeded' | 'idempotencyMismatch'

/**
 * Sends the frozen message once more to one person whose recipient failed or stayed uncertain, as a new Send that names
 * the old recipient. A recipient is sent again at most once, so that two clicks, or two people, make one Send; what that
 * one comes to can be sent again in its turn. Who stands in a Send that follows theirs is sent to again from there.
 */
export async function resendRecipient(
  actor: Actor,
  input: ResendInput,
): Promise<ActionResult<CreatedSend, ResendErrorCode>> {
  const { recipientId, acknowledgedUncertain, gateway, includeRecipientType } = input
  if (!/^[1-9]\d{0,17}$/.test(recipientId)) return fail('notFound')
  const recipient = await db().recipient.findUnique({
    where: { id: BigInt(recipientId) },
    select: {
      id: true,
      phone: true,
      status: true,
      values: true,
      send: { select: { message: true, templateId: true, templateVersion: true, isTest: true } },
    },
  })
  if (!recipient) return fail('notFound')
  if (recipient.status !== 'failed' && recipient.status !== 'unconfirmed') return fail('notResendable')
  if (recipient.status === 'unconfirmed' && !acknowledgedUncertain) return fail('acknowledgementNeeded')
  const { message, ...send } = recipient.send
  const made = createSend(actor, {
    ...send,
    message: fillMessage(message as ListMessage, recipient.values as VariableValues | null),
    idempotencyKey: `resend:${recipient.id}`,
    phones: [recipient.phone],
    gateway,
    includeRecipientType,
    resendOfId: recipient.id,
  })
  return made.catch((error: unknown) => {
    if (error instanceof FollowedError) return fail('notResendable')
    throw error
  })
}
