import { randomBytes } from 'node:crypto'
import { db } from '@/lib/db/client'
import type { WebhookSettings } from '@/lib/db/generated/client'
import { findWebhookSettings, toWebhookKeys, type WebhookKeys } from '@/lib/db/webhook-settings'
import type { Actor } from '@/lib/domain/actor'

const random = () => randomBytes(24).toString('base64url')

/** Makes the one row of webhook settings, with words that nobody can guess, at its first need; and answers it. */
export async function ensureWebhookSettings(_actor: Actor): Promise<WebhookSettings> {
  const found = await findWebhookSettings()
  if (found) return found
  await db().webhookSettings.createMany({
    data: { id: 1, pathSecret: random(), verifyToken: random() },
    skipDuplicates: true,
  })
  return db().webhookSettings.findUniqueOrThrow({ where: { id: 1 } })
}

/** What a webhook must bring to be believed. It carries secrets: it is for the door that checks them, and for signing. */
export async function requireWebhookKeys(actor: Actor): Promise<WebhookKeys> {
  return toWebhookKeys(await ensureWebhookSettings(actor))
}
