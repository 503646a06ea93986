import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { wakeWorkersSql } from '@/lib/db/wake-workers'
import type { Actor } from '@/lib/domain/actor'
import type { StatusCounts } from '@/lib/domain/delivery-status'
import type { GatewayKind } from '@/lib/domain/gateway'
import { BRAKE, brakeAfterOf, codeOfStreak, judgeCanary } from '@/lib/domain/send-brake'

/** @property code the refusal that it is about; null where none was told */
export type SendVerdict =
  | { sendId: string; verdict: 'passed' }
  | { sendId: string; verdict: 'paused'; why: 'canary' | 'brake'; code: number | null }

type OpenSend = {
  id: string
  recipientCount: number
  canarySize: number | null
  canaryMinutes: number | null
  canaryMaxShare: number | null
  canaryPassedAt: string | null
  brakeAfter: number | null
  counts: StatusCounts | null
}

/**
 * Judges each running Send by what came of those who went ahead, on the database's clock: it lets the rest of a canary
 * follow, or pauses it; and it brakes where one code repeats with nobody reached in between. Any number of workers may
 * judge at once: each verdict is given once, and none over what a person decided meanwhile.
 */
export async function judgeSends(_actor: Actor): Promise<SendVerdict[]> {
  const open = await db().$queryRaw<OpenSend[]>`
    select s.id, s.recipient_count as "recipientCount", s.canary_size as "canarySize",
      s.canary_minutes as "canaryMinutes", s.canary_max_share as "canaryMaxShare",
      s.canary_passed_at::text as "canaryPassedAt", s.brake_after as "brakeAfter", c.counts
    from send s
    cross join lateral (
      select jsonb_object_agg(one.status, one.n) as counts
      from (select status, sum(delta) as n from send_count where send_id = s.id group by status) one
    ) c
    where s.state = 'running' and s.finished_at is null
      and ((s.canary_size is not null and s.canary_passed_at is null)
        or coalesce(s.brake_after, case when s.recipient_count > ${BRAKE.after} then 1 else 0 end) > 0)`
  const verdicts: SendVerdict[] = []
  for (const send of open) {
    // Where nobody waits, be it in a worker's hands, there is nothing left to hold up.
    if ((send.counts?.queued ?? 0) + (send.counts?.leased ?? 0) === 0) continue
    const isAhead = send.canarySize !== null && send.canaryPassedAt === null
    const verdict = isAhead ? await judgeAhead(send, send.canarySize ?? 0) : await judgeStreak(send)
    if (verdict && (await carryOut(send, verdict))) verdicts.push(verdict)
  }
  if (verdicts.some(({ verdict }) => verdict === 'passed')) await db().$executeRaw(wakeWorkersSql)
  return verdicts
}

/**
 * Pauses what is running by a gateway that is in trouble. A Send that only a few wait for, or whose brake is off, goes on.
 * @property code what most of its bad answers said; null where they said nothing
 */
export async function brakeGateway(
  _actor: Actor,
  { gateway, code }: { gateway: GatewayKind; code: number | null },
): Promise<SendVerdict[]> {
  const paused = await db().$queryRaw<{ id: string }[]>`
    update send s set state = 'paused', paused_why = 'brake', paused_code = ${code}
    where s.state = 'running' and s.finished_at is null and s.gateway = ${gateway}::gateway
      and s.recipient_count > ${BRAKE.after} and s.brake_after is distinct from 0
      and exists (select from recipient r where r.send_id = s.id and r.status in ('queued', 'leased'))
    returning s.id`
  return paused.map(({ id }) => ({ sendId: id, verdict: 'paused', why: 'brake', code }))
}

async function judgeAhead(send: OpenSend, size: number): Promise<SendVerdict | null> {
  const [latest] = await db().$queryRaw<{ ms: number | null }[]>`
    select extract(epoch from now() - max(settled_at))::float8 * 1000 as ms from recipient
    where send_id = ${send.id}::uuid
      and status in ('accepted', 'sent', 'delivered', 'read', 'failed', 'unconfirmed', 'skipped')`
  const judged = judgeCanary({
    size,
    minutes: send.canaryMinutes ?? 0,
    maxShare: send.canaryMaxShare ?? 0,
    counts: send.counts ?? {},
    settledMsAgo: latest?.ms ?? null,
  })
  if (judged === 'wait') return null
  if (judged === 'pass') return { sendId: send.id, verdict: 'passed' }
  const [commonest] = await db().$queryRaw<{ code: number | null }[]>`
    select error_code as code from recipient where send_id = ${send.id}::uuid and status = 'failed'
    group by error_code order by count(*) desc, error_code limit 1`
  return { sendId: send.id, verdict: 'paused', why: 'canary', code: commonest?.code ?? null }
}

/** What was settled before the canary passed, or before a person resumed the Send, has been judged already. */
async function judgeStreak(send: OpenSend): Promise<SendVerdict | null> {
  const after = brakeAfterOf(send.brakeAfter, send.recipientCount)
  if (after === null || (send.counts?.failed ?? 0) < after) return null
  const since =
    send.canaryPassedAt === null ? Prisma.empty : Prisma.sql`and settled_at > ${send.canaryPassedAt}::timestamptz`
  const refusals = await db().$queryRaw<{ code: number | null }[]>`
    with last as (
      select id, error_code, settled_at from recipient
      where send_id = ${send.id}::uuid and status = 'failed' ${since}
      order by settled_at desc nulls last, id desc limit ${after}
    )
    select error_code as code from last
    where not exists (
      select from recipient r
      where r.send_id = ${send.id}::uuid and r.status in ('accepted', 'sent', 'delivered', 'read')
        and (r.settled_at, r.id) > (select settled_at, id from last order by settled_at, id limit 1)
    )
    order by settled_at desc, id desc`
  const streak =
    codeOfStreak(toCodes(refusals), after) ?? codeOfStreak(toCodes(await listToldFailures(send, after)), after)
  return streak && { sendId: send.id, verdict: 'paused', why: 'brake', code: streak.code }
}

const toCodes = (refusals: { code: number | null }[]) => refusals.map(({ code }) => code)

/**
 * The last failures that came by status, after an acceptance. Who is only accepted or sent since then proves nothing: the
 * failures of those may still be on their way. All moments are of the provider's clock, which tells whole seconds.
 */
async function listToldFailures({ id, canaryPassedAt }: OpenSend, after: number): Promise<{ code: number | null }[]> {
  const since = canaryPassedAt === null ? Prisma.empty : Prisma.sql`and settled_at > ${canaryPassedAt}::timestamptz`
  return db().$queryRaw<{ code: number | null }[]>`
    with last as (
      select id, error_code, failed_at from recipient
      where send_id = ${id}::uuid and status = 'failed' and failed_at is not null ${since}
      order by failed_at desc, id desc limit ${after}
    )
    select error_code as code from last
    where not exists (
      select from recipient r
      where r.send_id = ${id}::uuid and r.status in ('delivered', 'read')
        and greatest(r.delivered_at, r.read_at, r.replied_at) >= (select min(failed_at) from last)
    )
    order by failed_at desc, id desc`
}

/** Once, and only over the state that was judged. */
async function carryOut({ id, canaryPassedAt }: OpenSend, verdict: SendVerdict): Promise<boolean> {
  const change =
    verdict.verdict === 'passed'
      ? Prisma.sql`canary_passed_at = now()`
      : Prisma.sql`state = 'paused', paused_why = ${verdict.why}, paused_code = ${verdict.code}::int`
  const changed = await db().$executeRaw`
    update send set ${change}
    where id = ${id}::uuid and state = 'running' and finished_at is null
      and canary_passed_at is not distinct from ${canaryPassedAt}::timestamptz`
  return changed > 0
}
