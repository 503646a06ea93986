'use server'

import { revalidatePath } from 'next/cache'
import { saveSendingRules } from '@/lib/commands/save-sending-rules'
import { succeed } from '@/lib/domain/action-result'
import { sendingRulesSchema } from '@/lib/domain/sending-rules'
import { defineAction } from './define-action'

export const saveSendingRulesAction = defineAction({
  name: 'saveSendingRules',
  gate: 'admin',
  schema: sendingRulesSchema,
  handler: async (actor, input) => {
    await saveSendingRules(actor, input)
    revalidatePath('/settings')
    return succeed(null)
  },
})
