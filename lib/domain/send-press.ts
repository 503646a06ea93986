import { z } from 'zod'
import { listMessageSchema } from './list-message'
import { parsePhone } from './phone'
import { MAX_TYPED_RECIPIENTS } from './recipients-text'
import { recipientIdSchema } from './send-filters'

const gatewaySchema = z.enum(['sandbox', 'vectalk'])

const phoneSchema = z.string().refine((phone) => {
  const parsed = parsePhone(phone)
  return parsed.ok && parsed.phone === phone
})

/**
 * One press of "Enviar agora", as the browser hands it over.
 * `gateway` is where the person was told that it goes: a rehearsal never leaves because somebody has connected since.
 */
export const sendPressSchema = z.object({
  idempotencyKey: z.string().regex(/^[0-9a-f]{32}$/),
  message: listMessageSchema,
  phones: z.array(phoneSchema).min(1).max(MAX_TYPED_RECIPIENTS),
  template: z.object({ id: z.uuid(), version: z.int().min(1) }).nullable(),
  gateway: gatewaySchema,
})

/** One press of "Tentar de novo" or "Enviar mesmo assim". */
export const resendPressSchema = z.object({
  recipientId: recipientIdSchema,
  /** The person has read that the message may have arrived. */
  acknowledgedUncertain: z.boolean(),
  gateway: gatewaySchema,
})
