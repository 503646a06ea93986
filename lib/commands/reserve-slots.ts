import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import type { GatewayKind } from '@/lib/domain/gateway'
import { PACE } from '@/lib/domain/pace'

/**
 * @property waitMs until the first slot
 * @property everyMs between one slot and the next
 * @property stopped nothing may leave until a person says so: the slots are void
 */
export type Slots = { waitMs: number; everyMs: number; stopped: boolean }

/** A rate that was complained about grows back by this share of what is allowed, each second. */
const GROWTH = 0.02

/**
 * Takes the next `count` moments at which a message may leave by this gateway, for the asking worker alone: so that all
 * workers together keep to one rate, on the database's clock. A slot that is not used is gone.
 */
export async function reserveSlots(_actor: Actor, input: { gateway: GatewayKind; count: number }): Promise<Slots> {
  const { gateway, count } = input
  const [slots] = await db().$queryRaw<Slots[]>`
    insert into gateway_pace as p (gateway, next_at)
    values (${gateway}::gateway, clock_timestamp() + ${count} / ${PACE.default}::float8 * interval '1 second')
    on conflict (gateway) do update set grown_at = clock_timestamp(), (share, next_at) = (
      select grown.share,
        greatest(p.next_at, p.rests_until, clock_timestamp()) + ${count} / (p.per_second * grown.share) * interval '1 second'
      from (
        select case when p.slowed_at > clock_timestamp() - interval '2 seconds' then p.share
          else least(1, p.share + ${GROWTH} * greatest(0, extract(epoch from clock_timestamp() - p.grown_at))) end as share
      ) grown
    )
    returning stopped_code is not null as stopped, 1000 / (per_second * share) as "everyMs",
      greatest(0, extract(epoch from next_at - clock_timestamp())::float8 * 1000 - ${count} * 1000 / (per_second * share)) as "waitMs"`
  if (!slots) throw new Error('The pace of a gateway could not be read.')
  return slots
}
