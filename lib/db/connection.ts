import { createHash } from 'node:crypto'
import { DEFAULT_BASE_URL, type GatewayAddress, type SettingSource } from '@/lib/domain/gateway'
import { PACE } from '@/lib/domain/pace'
import { env } from '@/lib/env'
import { db } from './client'
import { unseal } from './seal'

/** The one connection there is today, by its unique name. */
export const CONNECTION_NAME = 'vectalk'

export type ConnectionSettings = {
  baseUrl: string
  baseUrlFrom: SettingSource
  token: { value: string; from: 'environment' | 'settings'; lastFour: string } | null
  tokenUnreadable: boolean
  includeRecipientType: boolean
  passesCallbackData: boolean
  perSecond: number
}

export const lastFourOf = (token: string) => (token.length >= 12 ? token.slice(-4) : '')

/**
 * How to reach VecTalk, after the environment has had its say over what is saved. Carries the token. A token of the
 * environment's never goes to an address out of Settings, where somebody could have put one of their own.
 */
export async function readConnection(): Promise<ConnectionSettings> {
  const { VECTALK_BASE_URL, VECTALK_TOKEN } = env()
  const [saved, pace] = await Promise.all([
    db().connection.findUnique({ where: { name: CONNECTION_NAME } }),
    db().gatewayPace.findUnique({ where: { gateway: 'vectalk' }, select: { perSecond: true } }),
  ])
  const opened = !VECTALK_TOKEN && saved?.sealedToken ? unseal(saved.sealedToken) : null
  return {
    baseUrl: VECTALK_BASE_URL ?? (VECTALK_TOKEN ? null : saved?.baseUrl) ?? DEFAULT_BASE_URL,
    baseUrlFrom: VECTALK_BASE_URL || VECTALK_TOKEN ? 'environment' : saved ? 'settings' : 'default',
    token: VECTALK_TOKEN
      ? { value: VECTALK_TOKEN, from: 'environment', lastFour: lastFourOf(VECTALK_TOKEN) }
      : opened
        ? { value: opened, from: 'settings', lastFour: saved?.tokenLastFour ?? '' }
        : null,
    tokenUnreadable: !VECTALK_TOKEN && !!saved?.sealedToken && opened === null,
    includeRecipientType: saved?.includeRecipientType ?? false,
    passesCallbackData: saved?.passesCallbackData ?? false,
    perSecond: pace?.perSecond ?? PACE.default,
  }
}

/** The stand-in's address where one runs. It takes any token, and keeps what two installations do apart by theirs. */
export function sandboxAddress(): GatewayAddress | null {
  const { SANDBOX_URL, APP_SECRET, DATABASE_URL } = env()
  if (!SANDBOX_URL) return null
  const own = createHash('sha256').update(`sandbox ${APP_SECRET} ${DATABASE_URL}`).digest('hex').slice(0, 16)
  return { baseUrl: SANDBOX_URL, token: `sandbox-${own}` }
}
