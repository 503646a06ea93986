import { isAdmin, withActor } from '@/lib/auth/session'
import { getWebhookActivity } from '@/lib/queries/webhook-activity'

export const GET = withActor(async (actor) => {
  if (!isAdmin(actor)) return Response.json({ error: { code: 'forbidden' } }, { status: 403 })
  return Response.json(await getWebhookActivity(actor), { headers: { 'cache-control': 'no-store' } })
})
