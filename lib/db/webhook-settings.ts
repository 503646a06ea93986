import { env } from '@/lib/env'
import { db } from './client'
import { lastFourOf } from './connection'
import type { WebhookSettings } from './generated/client'
import { unseal } from './seal'

export type WebhookKeys = {
  pathSecret: string
  verifyToken: string
  appSecret: { value: string; from: 'environment' | 'settings'; lastFour: string } | null
  /** The saved one was sealed under another APP_SECRET. Nothing can be checked with it, so nothing it would sign is believed. */
  appSecretUnreadable: boolean
}

/** The keys of this row, after the environment has had its say. */
export function toWebhookKeys(
  row: Pick<WebhookSettings, 'pathSecret' | 'verifyToken' | 'sealedAppSecret'>,
): WebhookKeys {
  const { WEBHOOK_APP_SECRET } = env()
  const { pathSecret, verifyToken, sealedAppSecret } = row
  if (WEBHOOK_APP_SECRET) {
    const appSecret = {
      value: WEBHOOK_APP_SECRET,
      from: 'environment',
      lastFour: lastFourOf(WEBHOOK_APP_SECRET),
    } as const
    return { pathSecret, verifyToken, appSecret, appSecretUnreadable: false }
  }
  const value = sealedAppSecret ? unseal(sealedAppSecret) : null
  return {
    pathSecret,
    verifyToken,
    appSecret: value === null ? null : { value, from: 'settings', lastFour: lastFourOf(value) },
    appSecretUnreadable: !!sealedAppSecret && value === null,
  }
}

/** The one row, where there is one by now. */
export const findWebhookSettings = () => db().webhookSettings.findUnique({ where: { id: 1 } })
