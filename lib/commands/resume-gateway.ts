import { db } from '@/lib/db/client'
import { wakeWorkersSql } from '@/lib/db/wake-workers'
import type { Actor } from '@/lib/domain/actor'
import type { GatewayKind } from '@/lib/domain/gateway'

/** What stopped the gateway is settled, or worth another try: those who waited go on. Twice is once. */
export async function resumeGateway(_actor: Actor, gateway: GatewayKind): Promise<void> {
  await db().$executeRaw`update gateway_pace set stopped_code = null where gateway = ${gateway}::gateway`
  await db().$executeRaw(wakeWorkersSql)
}
