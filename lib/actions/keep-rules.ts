'use server'

import { revalidatePath } from 'next/cache'
import { saveKeepRules } from '@/lib/commands/save-keep-rules'
import { succeed } from '@/lib/domain/action-result'
import { keepRulesSchema } from '@/lib/domain/keep-rules'
import { defineAction } from './define-action'

export const saveKeepRulesAction = defineAction({
  name: 'saveKeepRules',
  gate: 'admin',
  schema: keepRulesSchema,
  handler: async (actor, input) => {
    await saveKeepRules(actor, input)
    revalidatePath('/settings')
    return succeed(null)
  },
})
