'use server'

import { type CreatedSend, createSend } from '@/lib/commands/create-send'
import { type ResendErrorCode, resendRecipient } from '@/lib/commands/resend-recipient'
import { type ActionResult, fail, succeed } from '@/lib/domain/action-result'
import type { Actor } from '@/lib/domain/actor'
import type { GatewayKind } from '@/lib/domain/gateway'
import { resendPressSchema, sendPressSchema } from '@/lib/domain/send-press'
import { getGateway } from '@/lib/queries/connection'
import { defineAction } from './define-action'

type GatewayErrorCode = 'gatewayChanged' | 'notReady'

/** Records a Send and its queued recipients; the worker, which that wakes, does the rest. */
export const sendListMessageAction = defineAction({
  name: 'sendListMessage',
  gate: 'user',
  schema: sendPressSchema,
  handler: async (
    actor,
    { template, gateway: told, ...press },
  ): Promise<ActionResult<CreatedSend, 'idempotencyMismatch' | GatewayErrorCode>> => {
    const gateway = await gatewayAsTold(actor, told)
    if (!gateway.ok) return gateway
    return createSend(actor, {
      ...press,
      ...gateway.data,
      templateId: template?.id,
      templateVersion: template?.version,
    })
  },
})

/** Sends the frozen message once more to one person whose recipient failed or stayed uncertain. */
export const resendRecipientAction = defineAction({
  name: 'resendRecipient',
  gate: 'user',
  schema: resendPressSchema,
  handler: async (
    actor,
    { gateway: told, ...press },
  ): Promise<ActionResult<CreatedSend, ResendErrorCode | GatewayErrorCode>> => {
    const gateway = await gatewayAsTold(actor, told)
    if (!gateway.ok) return gateway
    return resendRecipient(actor, { ...press, ...gateway.data })
  },
})

async function gatewayAsTold(
  actor: Actor,
  told: GatewayKind,
): Promise<ActionResult<{ gateway: GatewayKind; includeRecipientType: boolean }, GatewayErrorCode>> {
  const { kind, ready, includeRecipientType } = await getGateway(actor)
  if (kind !== told) return fail('gatewayChanged')
  if (!ready) return fail('notReady')
  return succeed({ gateway: kind, includeRecipientType })
}
