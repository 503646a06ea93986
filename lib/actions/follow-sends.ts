'use server'

import type { CreatedSend } from '@/lib/commands/create-send'
import { type FollowSendErrorCode, followSend } from '@/lib/commands/follow-send'
import { type ActionResult, fail } from '@/lib/domain/action-result'
import { followPressSchema } from '@/lib/domain/follow-press'
import { getGateway } from '@/lib/queries/connection'
import { defineAction } from './define-action'

/** "Tentar de novo as falhas" and "Enviar para quem faltou": one more Send of the same message for those people. */
export const followSendAction = defineAction({
  name: 'followSend',
  gate: 'user',
  schema: followPressSchema,
  handler: async (actor, press): Promise<ActionResult<CreatedSend, FollowSendErrorCode | 'notReady'>> => {
    const { kind, ready } = await getGateway(actor)
    if (!ready) return fail('notReady')
    return followSend(actor, { ...press, gateway: kind })
  },
})
