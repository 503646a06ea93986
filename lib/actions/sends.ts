'use server'

import { type CreatedSend, createSend } from '@/lib/commands/create-send'
import { type ResendErrorCode, resendRecipient } from '@/lib/commands/resend-recipient'
import type { ActionResult } from '@/lib/domain/action-result'
import { resendPressSchema, sendPressSchema } from '@/lib/domain/send-press'
import { type GatewayErrorCode, requireGateway } from '@/lib/queries/require-gateway'
import { defineAction } from './define-action'

/** Records a Send and its queued recipients; the worker, which that wakes, does the rest. */
export const sendListMessageAction = defineAction({
  name: 'sendListMessage',
  gate: 'user',
  schema: sendPressSchema,
  handler: async (
    actor,
    { template, gateway: told, ...press },
  ): Promise<ActionResult<CreatedSend, 'idempotencyMismatch' | GatewayErrorCode>> => {
    const gateway = await requireGateway(actor, told)
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
    const gateway = await requireGateway(actor, told)
    if (!gateway.ok) return gateway
    return resendRecipient(actor, { ...press, ...gateway.data })
  },
})
