import * as z from 'zod/mini'
import { LIMITS } from './list-message'
import { recipientIdSchema } from './send-filters'

/** One answer that somebody plays for a customer, on the phone of a Send that went to the stand-in. */
export const customerAnswerSchema = z.object({
  recipientId: recipientIdSchema,
  rowId: z.string().check(z.minLength(1), z.maxLength(LIMITS.rowId)),
})

/**
 * Why nobody answered: it went to a real customer; they have not got it; the stand-in is away, remembers nothing of it since it
 * started anew, or knows nobody to tell.
 */
export type CustomerAnswerError = 'notFound' | 'notSandbox' | 'notAccepted' | 'unreachable' | 'forgotten' | 'unheard'
