import { randomBytes } from 'node:crypto'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import type { WebhookKey } from '@/lib/domain/webhook-form'
import { log } from '@/lib/log'
import { ensureWebhookSettings } from './ensure-webhook-settings'

/** Makes one of the webhook's keys anew; the old one opens nothing from this moment on. */
export async function renewWebhookKey(actor: Actor, key: WebhookKey): Promise<void> {
  await ensureWebhookSettings(actor)
  await db().webhookSettings.update({ where: { id: 1 }, data: { [key]: randomBytes(24).toString('base64url') } })
  log.info({ key, by: actor.kind === 'user' ? actor.userId : actor.kind }, 'a key of the webhook was made anew')
}
