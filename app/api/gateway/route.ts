import { withActor } from '@/lib/auth/session'
import type { GatewayView } from '@/lib/domain/send-view'
import { getGateway, getGatewayFor } from '@/lib/queries/connection'

export const GET = withActor(async (actor) => {
  const gateway = await getGateway(actor)
  const address = await getGatewayFor(actor, gateway.kind)
  // Its token stays here.
  const view: GatewayView = { ...gateway, baseUrl: address?.baseUrl ?? null }
  return Response.json(view, { headers: { 'cache-control': 'no-store' } })
})
