import { db } from '@/lib/db/client'
import { isQuietSql } from '@/lib/db/send-sql'
import type { Actor } from '@/lib/domain/actor'
import type { GatewayKind } from '@/lib/domain/gateway'
import type { VariableValues } from '@/lib/domain/variable-values'

/** One recipient in a worker's hands. `attempt` fences its writes: a later claim raises it. */
export type ClaimedRecipient = {
  id: bigint
  sendId: string
  phone: string
  values: VariableValues | null
  attempt: number
}

/**
 * @property owner the claiming worker, a UUID
 * @property gateway only recipients of Sends that go there, and only while it is not stopped
 * @property leaseMs how long the claim holds, on the database's clock
 */
export type ClaimInput = { owner: string; gateway: GatewayKind; limit: number; leaseMs: number }

/**
 * What a Send with a pace of its own could not use is lost, beyond this: nobody catches up in a burst after a rest. And so
 * long may pass between two claims for it.
 */
const OWN_PACE_SLACK_MS = 500

/**
 * queued → leased for up to `limit` recipients of Sends that are running, outside their quiet hours. Nothing leaves yet.
 * Within a Send whose 24 hours end soonest comes first; between Sends each has the same share of the claim, in turns, so
 * that a large one holds up no small one. It may be fewer than there are: only an empty answer means that nobody waits.
 *
 * A Send with its own pace, or whose first ones are still on trial, is claimed by one worker at a time: its row is locked
 * and its `next_at` moves with each claim. Where that is not what this statement's snapshot shows, another claim was
 * committed in between and the counts of the snapshot are old: the Send is left out, until the next time.
 *
 * Where one is looked for, it is in an index's order: a planner that believes many are queued would else look through all
 * of a Send to find the last.
 */
export async function claimRecipients(_actor: Actor, input: ClaimInput): Promise<ClaimedRecipient[]> {
  const { owner, gateway, limit, leaseMs } = input
  if (limit <= 0) return []
  const claimed = await db().$queryRaw<(ClaimedRecipient & { turn: number })[]>`
    with open as materialized (
      select s.id, s.per_second, s.next_at, s.canary_size is not null and s.canary_passed_at is null as on_trial,
        s.canary_size, greatest(s.next_at, now() - ${OWN_PACE_SLACK_MS} * interval '1 millisecond') as pace_from
      from send s
      where s.finished_at is null and s.state = 'running' and s.gateway = ${gateway}::gateway
        and (s.per_second is null or s.next_at <= now()) and not ${isQuietSql}
        and not exists (select from gateway_pace p where p.gateway = s.gateway and p.stopped_code is not null)
        and (
          select r.id from recipient r where r.send_id = s.id and r.status = 'queued' and r.not_before <= now()
          order by r.window_closes_at, r.id limit 1
        ) is not null
    ), held as materialized (
      select s.id, s.next_at from send s
      where s.id in (select id from open where per_second is not null or on_trial) and s.state = 'running'
      for no key update of s skip locked
    ), able as materialized (
      select open.*, held.id is not null as is_held, least(
        case when open.per_second is not null
          then 1 + floor(extract(epoch from now() - open.pace_from) * open.per_second) end,
        case when open.on_trial then open.canary_size - (
          select coalesce(sum(c.delta), 0) from send_count c where c.send_id = open.id and c.status not in ('queued', 'skipped', 'canceled')) end,
        ${limit}) as most
      from open left join held on held.id = open.id and held.next_at = open.next_at
      where held.id is not null or (open.per_second is null and not open.on_trial)
    ), share as materialized (
      select able.*, least(able.most, ceil(${limit} / (count(*) over ())::float8))::bigint as part
      from able where able.most > 0
      order by random()
      limit ${limit}
    ), due as materialized (
      select r.id, share.id as send_id, row_number() over (partition by share.id order by r.window_closes_at, r.id) as turn
      from share cross join lateral (
        select q.id, q.window_closes_at from recipient q
        where q.send_id = share.id and q.status = 'queued' and q.not_before <= now()
        order by q.window_closes_at, q.id
        limit share.part
        for update of q skip locked
      ) r
    ), claimed as (
      update recipient r
      set status = 'leased', attempt = r.attempt + 1, lease_owner = ${owner}::uuid,
        leased_until = now() + ${leaseMs} * interval '1 millisecond'
      from (select due.id, due.turn from due order by due.turn limit ${limit}) d
      where r.id = d.id
      returning r.id, r.send_id, r.phone, r.values, r.attempt, d.turn
    ), taken as (
      select send_id, count(*) as n from claimed group by send_id
    ), unstarted as (
      select s.id from send s
      where s.id in (select send_id from taken) and s.started_at is null
        and s.id not in (select id from share where is_held)
      for no key update of s skip locked
    ), noted as (
      update send s
      set started_at = coalesce(s.started_at, now()),
        next_at = case when share.is_held
          then greatest(s.next_at + interval '1 microsecond',
            share.pace_from + coalesce(taken.n / share.per_second::float8, 0) * interval '1 second')
          else s.next_at end
      from taken join share on share.id = taken.send_id
      where s.id = taken.send_id and (share.is_held or s.id in (select id from unstarted))
    )
    select id, send_id::text as "sendId", phone, values, attempt, turn::int from claimed`
  return claimed.sort((a, b) => a.turn - b.turn)
}

/** Milliseconds until a Send that rests for its own pace may go on; null where none does. */
export async function waitForOwnPace(_actor: Actor, gateway: GatewayKind): Promise<number | null> {
  const [row] = await db().$queryRaw<{ ms: number | null }[]>`
    select extract(epoch from min(next_at) - now())::float8 * 1000 as ms from send
    where finished_at is null and state = 'running' and gateway = ${gateway}::gateway
      and per_second is not null and next_at > now()`
  return row?.ms == null ? null : Math.max(OWN_PACE_SLACK_MS / 2, row.ms)
}
