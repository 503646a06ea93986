import { db } from '@/lib/db/client'
import { toWebhookKeys } from '@/lib/db/webhook-settings'
import type { Actor } from '@/lib/domain/actor'
import { ownAddress } from '@/lib/domain/own-address'
import { toWebhookUrl, type WebhookTrial } from '@/lib/domain/webhook-form'
import { env } from '@/lib/env'
import { postSampleUpdate } from '@/lib/whatsapp/post-sample-update'
import { ensureWebhookSettings } from './ensure-webhook-settings'

type Posted =
  | { kind: 'arrived'; ms: number }
  | { kind: 'refused' | 'redirected'; httpStatus: number }
  | { kind: 'elsewhere' }
  | { kind: 'unreachable'; why: string }

/**
 * Posts a sample to our own webhook as the provider would: at the address that is saved and, where that one does not lead
 * here, within this machine, so that one sees on which side the fault is.
 */
export async function tryWebhook(actor: Actor): Promise<WebhookTrial> {
  const { HOST, PORT, APP_URL } = env()
  const inside = ownAddress(HOST, PORT) ?? `http://${HOST}:${PORT}`
  const settings = await ensureWebhookSettings(actor)
  const { pathSecret, appSecret } = toWebhookKeys(settings)
  const post = (base: string) => postTo(toWebhookUrl(base, pathSecret), appSecret?.value ?? null)
  const publicUrl = settings.publicUrl ?? APP_URL
  const first = await post(publicUrl ?? inside)
  if (first.kind === 'arrived') return { ...first, way: publicUrl ? 'public' : 'inside' }
  const second = publicUrl ? await post(inside) : null
  return { ...first, insideMs: second?.kind === 'arrived' ? second.ms : null }
}

async function postTo(url: string, appSecret: string | null): Promise<Posted> {
  const [clock] = await db().$queryRaw<{ now: Date }[]>`select statement_timestamp() as now`
  const sample = await postSampleUpdate(url, appSecret)
  if (sample.kind === 'broken') return { kind: 'unreachable', why: sample.why }
  const { httpStatus, bytes, ms } = sample
  if (httpStatus >= 300 && httpStatus <= 399) return { kind: 'redirected', httpStatus }
  if (httpStatus !== 200) return { kind: 'refused', httpStatus }
  // Anybody can answer 200: only what came in here proves that it is us.
  const came = await db().webhookDelivery.findFirst({
    where: { receivedAt: { gte: clock?.now }, bytes },
    select: { id: true },
  })
  return came ? { kind: 'arrived', ms } : { kind: 'elsewhere' }
}
