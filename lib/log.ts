import { pino } from 'pino'
import { settingsSchema } from './env'

const SECRET = [
  'authorization',
  'Authorization',
  'cookie',
  'token',
  'password',
  'secret',
  'APP_SECRET',
  'VECTALK_TOKEN',
  'WEBHOOK_APP_SECRET',
]

/** One JSON object a line on standard output. Read straight from the environment: a build logs too, and has no settings. */
export const log = pino({
  level: settingsSchema.shape.LOG_LEVEL.catch('info').parse(process.env.LOG_LEVEL || undefined),
  base: undefined,
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  formatters: { level: (label) => ({ level: label }) },
  redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`]), censor: '[hidden]' },
})
