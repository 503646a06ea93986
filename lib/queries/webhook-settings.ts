import { findWebhookSettings, toWebhookKeys } from '@/lib/db/webhook-settings'
import type { Actor } from '@/lib/domain/actor'
import type { WebhookSettingsView } from '@/lib/domain/webhook-settings'

/** How the provider reaches us, as Settings shows it: the app secret stays here. Null before anybody needed it. */
export async function getWebhookSettings(_actor: Actor): Promise<WebhookSettingsView | null> {
  const row = await findWebhookSettings()
  if (!row) return null
  const { pathSecret, verifyToken, appSecret, appSecretUnreadable } = toWebhookKeys(row)
  return {
    pathSecret,
    verifyToken,
    appSecret: appSecret && { from: appSecret.from, lastFour: appSecret.lastFour },
    appSecretUnreadable,
    publicUrl: row.publicUrl,
    instanceId: row.instanceId,
    registrationId: row.registrationId,
    registeredUrl: row.registeredUrl,
    registeredAt: row.registeredAt?.toISOString() ?? null,
    readsList: row.readsList,
  }
}
