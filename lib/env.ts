import { z } from 'zod'
import { PASSWORD_LENGTH } from './domain/account'

const httpUrl = (words: string) =>
  z
    .url({ protocol: /^https?$/, error: words })
    .refine((url) => !/[?#]/.test(url), words)
    .transform((url) => url.replace(/\/+$/, ''))

/** What a person may set. Each message is read after the variable's name, and none repeats the value: it may be a secret. */
export const settingsSchema = z.object({
  PORT: z.coerce
    .number('must be a whole number from 1 to 65535')
    .int('must be a whole number from 1 to 65535')
    .min(1, 'must be a whole number from 1 to 65535')
    .max(65_535, 'must be a whole number from 1 to 65535')
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be the address to listen on, such as 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .refine(isPostgresUrl, 'must be a PostgreSQL address, such as postgresql://user:password@host:5432/database')
    .optional(),
  APP_URL: httpUrl('must be the address people open, such as https://lists.example.com').optional(),
  APP_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
  ADMIN_PASSWORD: z
    .string()
    .min(PASSWORD_LENGTH.min, `must have at least ${PASSWORD_LENGTH.min} characters`)
    .max(PASSWORD_LENGTH.max, `must have at most ${PASSWORD_LENGTH.max} characters`)
    .optional(),
  /** Without it Settings may name an address, and DEFAULT_BASE_URL stands behind both: see lib/db/connection.ts. */
  VECTALK_BASE_URL: httpUrl('must be an http or https address, such as https://apis.vectalk.com.br').optional(),
  VECTALK_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be one word of visible ASCII characters')
    .optional(),
  /** What signs the provider's webhooks; it wins over the one in Settings. */
  WEBHOOK_APP_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be one word of visible ASCII characters')
    .optional(),
  SANDBOX_URL: httpUrl('must be an http or https address').optional(),
  /** Whether the stand-in of this start's own plays what comes after an acceptance. */
  SANDBOX_PLAYS: z.enum(['on', 'off'], 'must be on or off').default('on'),
  ROLE: z.enum(['all', 'web', 'worker', 'intake'], 'must be all, web, worker or intake').default('all'),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'must be trace, debug, info, warn, error, fatal or silent',
    )
    .default('info'),
})
export type Settings = z.infer<typeof settingsSchema>

/** What a running process knows: the settings, completed by scripts/start, which finds a database and a secret. */
export type Env = Settings & { DATABASE_URL: string; APP_SECRET: string; migrations: readonly string[] }

/** The settings in `source`, or one line for each that is wrong. An empty variable counts as absent. */
export function parseSettings(
  source: Record<string, string | undefined>,
): { ok: true; settings: Settings } | { ok: false; problems: string[] } {
  const given = Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== '')
  const parsed = settingsSchema.safeParse(Object.fromEntries(given))
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`)
  const has = (name: string) => given.some(([key]) => key === name)
  if (has('ADMIN_EMAIL') && !has('ADMIN_PASSWORD')) problems.push('ADMIN_PASSWORD must be set when ADMIN_EMAIL is')
  if (has('ADMIN_PASSWORD') && !has('ADMIN_EMAIL')) problems.push('ADMIN_EMAIL must be set when ADMIN_PASSWORD is')
  return parsed.success && problems.length === 0
    ? { ok: true, settings: parsed.data }
    : { ok: false, problems: [...new Set(problems)] }
}

let read: Env | undefined

/** This process's settings, read at the first call: a build has none. */
export function env(): Env {
  read ??= readEnv()
  return read
}

function readEnv(): Env {
  const parsed = parseSettings(process.env)
  if (!parsed.ok) throw new Error(`Settings: ${parsed.problems.join('; ')}`)
  const { DATABASE_URL, APP_SECRET } = parsed.settings
  if (!DATABASE_URL) throw new Error('Settings: DATABASE_URL must be set')
  if (!APP_SECRET) throw new Error('Settings: APP_SECRET must be set')
  // next.config.ts writes this one into the bundle, so it must stand here word for word.
  const migrations = process.env.LISTAZAP_MIGRATIONS?.split(',').filter(Boolean) ?? []
  return { ...parsed.settings, DATABASE_URL, APP_SECRET, migrations }
}

function isPostgresUrl(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text) && new URL(text).pathname.length > 1
}
