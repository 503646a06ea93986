import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import type { GatewayKind } from '@/lib/domain/gateway'

/**
 * @property restMs how long nothing may leave at all: what the gateway asked for, or what its code is known to need
 */
export type SlowDownInput = { gateway: GatewayKind; restMs: number }

/** Hardly anything, but never nothing: without a try nobody would learn that it passes again. */
const LEAST_SHARE = 0.01

/**
 * The gateway complained of too many messages: all workers together go slower at once. Complaints of one second are one,
 * as what was in flight together is refused together; those that come again and again halve the rate, a first one after a
 * calm takes a little off it.
 */
export async function slowDown(_actor: Actor, { gateway, restMs }: SlowDownInput): Promise<void> {
  await db().$executeRaw`
    insert into gateway_pace as p (gateway, share, slowed_at, rests_until)
    values (${gateway}::gateway, 0.5, clock_timestamp(), clock_timestamp() + ${restMs} * interval '1 millisecond')
    on conflict (gateway) do update set
      share = case
        when p.slowed_at > clock_timestamp() - interval '1 second' then p.share
        when p.slowed_at > clock_timestamp() - interval '4 seconds' then greatest(${LEAST_SHARE}, p.share * 0.5)
        else greatest(${LEAST_SHARE}, p.share * 0.85) end,
      grown_at = clock_timestamp(),
      slowed_at = case when p.slowed_at > clock_timestamp() - interval '1 second' then p.slowed_at else clock_timestamp() end,
      rests_until = greatest(p.rests_until, excluded.rests_until)`
}
