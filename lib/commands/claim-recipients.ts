import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import type { GatewayKind } from '@/lib/domain/gateway'

/** One recipient in a worker's hands. `attempt` fences its writes: a later claim raises it. */
export type ClaimedRecipient = { id: bigint; sendId: string; phone: string; attempt: number }

/**
 * @property owner the claiming worker, a UUID
 * @property gateways only recipients of Sends that go there, and only where it is not stopped
 * @property leaseMs how long the claim holds, on the database's clock
 */
export type ClaimInput = { owner: string; gateways: GatewayKind[]; limit: number; leaseMs: number }

/** queued → leased for up to `limit` recipients whose time has come, the longest waiting first. Nothing leaves yet. */
export async function claimRecipients(_actor: Actor, input: ClaimInput): Promise<ClaimedRecipient[]> {
  const { owner, gateways, limit, leaseMs } = input
  if (gateways.length === 0 || limit <= 0) return []
  return db().$queryRaw<ClaimedRecipient[]>`
    with due as (
      select r.id from recipient r join send s on s.id = r.send_id
      where r.status = 'queued' and r.not_before <= now() and s.gateway = any(${gateways}::text[]::gateway[])
        and not exists (select from gateway_pace p where p.gateway = s.gateway and p.stopped_code is not null)
      order by r.not_before, r.id
      limit ${limit}
      for update of r skip locked
    )
    update recipient r
    set status = 'leased', attempt = r.attempt + 1, lease_owner = ${owner}::uuid,
      leased_until = now() + ${leaseMs} * interval '1 millisecond'
    from due
    where r.id = due.id
    returning r.id, r.send_id::text as "sendId", r.phone, r.attempt`
}
