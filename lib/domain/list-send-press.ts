import { z } from 'zod'
import { draftToMessage, listDraftSchema } from './list-draft'
import { sendPlanSchema } from './send-plan'
import { frozenMessageSchema } from './variable-values'

/**
 * One press of Send to a whole recipient list, as the browser hands it over. What comes out carries the message that will
 * be frozen, its variables still in it: each recipient's own values fill it.
 * `list.revision` is the judgement that the person saw; `confirmCount` the number that they typed, where the
 * administrator's rules ask for that. `gateway` is where they were told that it goes.
 */
export const listSendPressSchema = z
  .object({
    idempotencyKey: z.string().regex(/^[0-9a-f]{32}$/),
    draft: listDraftSchema,
    template: z.object({ id: z.uuid(), version: z.int().min(1) }).nullable(),
    list: z.object({ id: z.uuid(), revision: z.int().min(1) }),
    plan: sendPlanSchema,
    gateway: z.enum(['sandbox', 'vectalk']),
    confirmCount: z.int().min(0).nullable(),
    isTest: z.boolean(),
  })
  .transform(({ draft, ...press }, context) => {
    const frozen = frozenMessageSchema.safeParse(draftToMessage(draft))
    if (frozen.success) return { ...press, message: frozen.data }
    for (const { path, message, ...issue } of frozen.error.issues) {
      const params = issue.code === 'custom' ? issue.params : undefined
      context.addIssue({ code: 'custom', message, params, path: ['draft', ...path] })
    }
    return z.NEVER
  })

/** What the browser sends. */
export type ListSendPress = z.input<typeof listSendPressSchema>
