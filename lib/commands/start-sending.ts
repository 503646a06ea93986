import { db } from '@/lib/db/client'
import { enterGateSql } from '@/lib/db/gateway-gate'
import { Prisma } from '@/lib/db/generated/client'
import { isQuietSql } from '@/lib/db/send-sql'
import { windowClosesAtSql } from '@/lib/db/window-sql'
import type { Actor } from '@/lib/domain/actor'
import type { GatewayKind } from '@/lib/domain/gateway'
import type { ClaimedRecipient } from './claim-recipients'

/**
 * A recipient that may be posted is posted within so many milliseconds of the question, or given back: who waited that
 * long after an answer knows that no request of before it is still to leave.
 */
export const POST_WITHIN_MS = 2_000

/** One message a person in six seconds (131056), and the first of two may leave as late as it may. */
const PAIR_MS = 6_000 + POST_WITHIN_MS

/**
 * @property gateway where all of them go
 * @property leaseMs how long until a recipient without an outcome counts as uncertain: more than a request can take
 */
export type StartSendingInput = {
  owner: string
  gateway: GatewayKind
  recipients: ClaimedRecipient[]
  leaseMs: number
}

/**
 * leased → sending, committed before the first request leaves: from here on a crash means "nobody can know". Whether each
 * may still leave is judged in the same statement:
 * - its Send is canceled → canceled; it rests (paused, rescheduled, quiet hours) → back to the queue;
 * - the person has opted out, or their 24 hours are known to be over (and the Send does not include such) → skipped;
 * - a message to the same person has just left by this gateway → back to the queue until it may follow.
 *
 * No two workers ask this at once for one gateway: a lock of the transaction, taken by a statement of its own, so that the
 * next one sees all that the one before has committed. With it the pair limit holds over all workers; and whoever changes
 * a Send behind the same lock (pauseSend, cancelSend) knows that later questions see the change.
 *
 * Asked again after a lost answer it judges anew, so a worker may repeat it for recipients that it has not posted.
 * @returns the ids that may be posted, within POST_WITHIN_MS; a missing one must not be.
 */
export async function startSending(_actor: Actor, input: StartSendingInput): Promise<Set<bigint>> {
  const { owner, gateway, recipients, leaseMs } = input
  if (recipients.length === 0) return new Set()
  const pair = Prisma.sql`${PAIR_MS} * interval '1 millisecond'`
  const [, judged] = await db().$transaction([
    db().$queryRaw(enterGateSql(gateway)),
    db().$queryRaw<{ id: bigint; status: string }[]>`
      with mine as materialized (
        select r.id, r.attempt, r.person, s.state, ${isQuietSql} as is_quiet,
          c.opted_out_at is not null as has_opted_out,
          not s.includes_closed and coalesce(${windowClosesAtSql} <= statement_timestamp(), false)
            as is_closed,
          last.at as last_at
        from unnest(
          ${recipients.map(({ id }) => String(id))}::bigint[], ${recipients.map(({ attempt }) => attempt)}::int[]
        ) as m (id, attempt)
        join recipient r on r.id = m.id and r.attempt = m.attempt and r.lease_owner = ${owner}::uuid
          and r.status in ('leased', 'sending')
        join send s on s.id = r.send_id
        left join contact c on c.person = r.person
        left join lateral (
          select max(o.sending_at) as at from recipient o join send os on os.id = o.send_id
          where o.person = r.person and o.id <> r.id and os.gateway = s.gateway
            and o.sending_at > statement_timestamp() - ${pair}
        ) last on true
      ), judged as (
        select mine.*, case
          when state = 'canceled' then 'canceled'
          when state <> 'running' or is_quiet then 'queued'
          when has_opted_out then 'optedOut'
          when is_closed then 'windowClosed'
          when last_at is not null then 'pair'
          else 'sending' end as verdict
        from mine
      ), placed as (
        select judged.*, row_number() over (partition by person, verdict order by id) as turn from judged
      ), ruled as (
        select placed.*, case when verdict = 'sending' and turn > 1 then 'pair' else verdict end as ruling from placed
      )
      update recipient r
      set status = (case when ruling in ('optedOut', 'windowClosed') then 'skipped' when ruling = 'pair' then 'queued'
          else ruling end)::delivery_status,
        skipped_why = case when ruling in ('optedOut', 'windowClosed') then ruling end,
        settled_at = case when ruling in ('optedOut', 'windowClosed', 'canceled') then statement_timestamp() end,
        not_before = case when ruling = 'pair' then coalesce(last_at, statement_timestamp()) + ${pair}
          else r.not_before end,
        sending_at = case when ruling = 'sending' then statement_timestamp() end,
        lease_owner = case when ruling = 'sending' then r.lease_owner end,
        leased_until = case when ruling = 'sending'
          then statement_timestamp() + ${leaseMs} * interval '1 millisecond' end
      from ruled
      where r.id = ruled.id and r.attempt = ruled.attempt and r.lease_owner = ${owner}::uuid
        and r.status in ('leased', 'sending')
      returning r.id, r.status::text`,
  ])
  return new Set(judged.filter(({ status }) => status === 'sending').map(({ id }) => id))
}
