import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import type { GatewayKind } from '@/lib/domain/gateway'

/**
 * The gateway refuses our account, and with it everybody: nothing more leaves by it until resumeGateway, or a new token.
 * @property code Meta's; the first one is what people are told
 */
export async function stopGateway(
  _actor: Actor,
  { gateway, code }: { gateway: GatewayKind; code: number },
): Promise<void> {
  await db().$executeRaw`
    insert into gateway_pace as p (gateway, stopped_code) values (${gateway}::gateway, ${code})
    on conflict (gateway) do update set stopped_code = coalesce(p.stopped_code, excluded.stopped_code)`
}
