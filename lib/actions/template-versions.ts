'use server'

import { z } from 'zod'
import { restoreTemplateVersion } from '@/lib/commands/restore-template-version'
import { fail, succeed } from '@/lib/domain/action-result'
import { acknowledgedRowIdsSchema, versionNumberSchema } from '@/lib/domain/template-version'
import { defineAction } from './define-action'

export const restoreTemplateVersionAction = defineAction({
  name: 'restoreTemplateVersion',
  gate: 'user',
  schema: z.object({
    id: z.uuid(),
    version: versionNumberSchema,
    newest: versionNumberSchema,
    keepSentIds: z.boolean().optional(),
    acknowledgedRowIds: z.optional(acknowledgedRowIdsSchema),
  }),
  handler: async (actor, input) => {
    const outcome = await restoreTemplateVersion(actor, input)
    return outcome === null ? fail('gone') : succeed(outcome)
  },
})
