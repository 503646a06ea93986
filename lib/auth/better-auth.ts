import { prismaAdapter } from 'better-auth/adapters/prisma'
import { betterAuth } from 'better-auth/minimal'
import { db } from '@/lib/db/client'
import { PASSWORD_LENGTH } from '@/lib/domain/account'
import { env } from '@/lib/env'
import { log } from '@/lib/log'

const DAY = 24 * 60 * 60

const make = (secure: boolean) =>
  betterAuth({
    secret: env().APP_SECRET,
    // Only its API is called, never its HTTP handler, so this address is never followed or compared.
    baseURL: env().APP_URL ?? 'http://localhost',
    database: prismaAdapter(db(), { provider: 'postgresql' }),
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    session: { expiresIn: 30 * DAY, updateAge: DAY },
    user: { additionalFields: { role: { type: ['admin', 'member'], input: false } } },
    logger: { level: 'error', log: (level, message) => log.error({ level }, message) },
    advanced: {
      cookiePrefix: 'listazap',
      useSecureCookies: secure,
      database: { generateId: false },
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
    },
  })

const made = new Map<boolean, ReturnType<typeof make>>()

/** better-auth over our database, made at its first use: a build has neither secret nor database. */
export function auth(secure: boolean): ReturnType<typeof make> {
  const instance = made.get(secure) ?? make(secure)
  made.set(secure, instance)
  return instance
}
