import { z } from 'zod'

const flagOff = { PORT: 3000, DATA_DIR: './data', VECTALK_BASE_URL: 'https://apis.vectalk.com.br' }

export const envSchema = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(flagOff.PORT),
  DATA_DIR: z.string().min(1).default(flagOff.DATA_DIR),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//),
  APP_URL: z.url({ protocol: /^https?$/ }).optional(),
  APP_SECRET: z.string().min(32),
  VECTALK_BASE_URL: z.url({ protocol: /^https?$/ }).default(flagOff.VECTALK_BASE_URL),
  VECTALK_TOKEN: z.string().min(1).optional(),
  SANDBOX_URL: z.url().optional(),
  ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
})
export type Env = z.infer<typeof envSchema>

let parsed: Env | undefined
export function env(): Env {
  parsed ??= envSchema.parse(process.env)
  return parsed
}
