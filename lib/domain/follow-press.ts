import { z } from 'zod'
import { FOLLOWS_HOWS } from './send-state'

/**
 * One press of "Tentar de novo as falhas" or "Enviar para quem faltou".
 * @property acknowledgedUncertain the person has read that uncertain ones are left out
 * @property confirmCount the number that they typed, where the administrator's rules ask for it
 */
export const followPressSchema = z.object({
  sendId: z.uuid(),
  how: z.enum(FOLLOWS_HOWS),
  idempotencyKey: z.string().regex(/^[0-9a-f]{32}$/),
  acknowledgedUncertain: z.boolean(),
  confirmCount: z.int().min(1).nullable().default(null),
})
