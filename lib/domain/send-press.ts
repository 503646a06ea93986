import { z } from 'zod'
import { draftToMessage, listDraftSchema } from './list-draft'
import { parsePhone } from './phone'
import { MAX_TYPED_RECIPIENTS } from './recipients-text'
import { recipientIdSchema } from './send-filters'
import { filledMessageSchema, fillWithValues, variableValuesSchema } from './variable-values'

const gatewaySchema = z.enum(['sandbox', 'vectalk'])

const phoneSchema = z.string().refine((phone) => {
  const parsed = parsePhone(phone)
  return parsed.ok && parsed.phone === phone
})

/**
 * One press of "Enviar agora", as the browser hands it over: the draft with its variables, and what they stand for. What
 * comes out is the message that will be frozen; one that cannot be sent, or that is not filled, is refused.
 * `gateway` is where the person was told that it goes: a rehearsal never leaves because somebody has connected since.
 */
export const sendPressSchema = z
  .object({
    idempotencyKey: z.string().regex(/^[0-9a-f]{32}$/),
    draft: listDraftSchema,
    values: variableValuesSchema,
    phones: z.array(phoneSchema).min(1).max(MAX_TYPED_RECIPIENTS),
    template: z.object({ id: z.uuid(), version: z.int().min(1) }).nullable(),
    gateway: gatewaySchema,
  })
  .transform(({ draft, values, ...press }, context) => {
    const filled = filledMessageSchema.safeParse(draftToMessage(fillWithValues(draft, values)))
    if (filled.success) return { ...press, message: filled.data }
    for (const { path, message, ...issue } of filled.error.issues) {
      const params = issue.code === 'custom' ? issue.params : undefined
      context.addIssue({ code: 'custom', message, params, path: ['draft', ...path] })
    }
    return z.NEVER
  })

/** One press of "Tentar de novo" or "Enviar mesmo assim". */
export const resendPressSchema = z.object({
  recipientId: recipientIdSchema,
  /** The person has read that the message may have arrived. */
  acknowledgedUncertain: z.boolean(),
  gateway: gatewaySchema,
})
