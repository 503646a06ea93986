import { z } from 'zod'
import { draftToMessage, listDraftSchema } from './list-draft'
import { MAX_TESTERS } from './tester'
import { filledMessageSchema, fillWithValues, variableValuesSchema } from './variable-values'
import { SAMPLE_VALUES } from './variables'

/**
 * One press of "Enviar teste": the draft as it is, with these values, and samples where there is none. `testerIds` is null
 * for everybody who gets tests. What comes out carries the message that leaves.
 */
export const testPressSchema = z
  .object({
    idempotencyKey: z.string().regex(/^[0-9a-f]{32}$/),
    draft: listDraftSchema,
    values: variableValuesSchema,
    templateId: z.uuid().nullable(),
    testerIds: z.array(z.uuid()).min(1).max(MAX_TESTERS).nullable(),
    gateway: z.enum(['sandbox', 'vectalk']),
  })
  .transform(({ draft, values, ...press }, context) => {
    const typed = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''))
    const message = draftToMessage(fillWithValues(draft, { ...SAMPLE_VALUES, ...typed }))
    const filled = filledMessageSchema.safeParse(message)
    if (filled.success) return { ...press, message: filled.data }
    for (const { path, message, ...issue } of filled.error.issues) {
      const params = issue.code === 'custom' ? issue.params : undefined
      context.addIssue({ code: 'custom', message, params, path: ['draft', ...path] })
    }
    return z.NEVER
  })
