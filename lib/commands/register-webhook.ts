import { db } from '@/lib/db/client'
import { readConnection } from '@/lib/db/connection'
import type { Actor } from '@/lib/domain/actor'
import { isPostable, type RegistrationOutcome, toWebhookUrl } from '@/lib/domain/webhook-form'
import { env } from '@/lib/env'
import { registerWebhook as register } from '@/lib/whatsapp/register-webhook'
import { ensureWebhookSettings } from './ensure-webhook-settings'

/** How the registration is called in VecTalk's own list. */
const NAME = 'Listazap'

/** Asks VecTalk to tell us what happens, at the address that is saved, and remembers what it was told. */
export async function registerWebhook(
  actor: Actor,
  { instanceId }: { instanceId: string },
): Promise<RegistrationOutcome> {
  const { pathSecret, publicUrl } = await ensureWebhookSettings(actor)
  const { baseUrl, token } = await readConnection()
  if (!token) return { kind: 'noToken' }
  const base = publicUrl ?? env().APP_URL
  if (!base) return { kind: 'noAddress' }
  const url = toWebhookUrl(base, pathSecret)
  if (!isPostable(url)) return { kind: 'notHttps' }
  await db().webhookSettings.update({ where: { id: 1 }, data: { instanceId } })
  const outcome = await register({ baseUrl, token: token.value }, { instanceId, url, name: NAME })
  if (outcome.kind !== 'registered') return outcome
  await db().webhookSettings.update({
    where: { id: 1 },
    data: { registrationId: outcome.id, registeredUrl: url, registeredAt: new Date() },
  })
  return { kind: 'registered', url }
}
