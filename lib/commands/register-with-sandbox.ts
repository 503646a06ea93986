import { sandboxAddress } from '@/lib/db/connection'
import type { Actor } from '@/lib/domain/actor'
import { ownAddress } from '@/lib/domain/own-address'
import { env } from '@/lib/env'
import { registerWebhook } from '@/lib/whatsapp/register-webhook'
import { ensureWebhookSettings } from './ensure-webhook-settings'

/**
 * Tells the stand-in where our webhooks are answered. It forgets them with its end, so that this is done again now and then; the same address once more
 * changes nothing there.
 * @returns false where there is no stand-in, it does not answer, or our pages are not to be reached from this machine
 */
export async function registerWithSandbox(actor: Actor): Promise<boolean> {
  const address = sandboxAddress()
  const { HOST, PORT } = env()
  const own = ownAddress(HOST, PORT)
  if (!address || !own) return false
  const { pathSecret } = await ensureWebhookSettings(actor)
  const url = `${own}/api/webhooks/whatsapp/${pathSecret}?gateway=sandbox`
  const registered = await registerWebhook(
    address,
    { instanceId: 'sandbox', url, name: 'Listazap' },
    { headersMs: 2_000, allMs: 3_000 },
  )
  return registered.kind === 'registered'
}
