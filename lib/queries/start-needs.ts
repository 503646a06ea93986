import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { windowClosesAtSql } from '@/lib/db/window-sql'
import type { Actor } from '@/lib/domain/actor'
import { WINDOW_MS } from '@/lib/domain/contact-window'
import type { GatewayKind } from '@/lib/domain/gateway'
import type { PausedWhy } from '@/lib/domain/send-state'
import type { Need } from '@/lib/domain/start-page'

/** Of each kind, so that one bad day leaves room for what else there is. */
const MOST = 3
/** A look at more of them would not change what has to be done. */
const LOOKED_AT = 5_000
const UNCERTAIN_DAYS = 30
const FAILED_DAYS = 3
const CLOSING_HOURS = 3
const UNTOLD_DAYS = 3
const UNTOLD_MINUTES = 15

/** What waits for a person, the most pressing first. */
export async function listNeeds(_actor: Actor, gateway: GatewayKind): Promise<Need[]> {
  const found = await Promise.all([
    listStopped(gateway),
    listPaused(),
    listClosing(gateway),
    listByStatus('uncertain', gateway),
    listByStatus('failed', gateway),
    gateway === 'vectalk' ? findUntold() : [],
  ])
  return found.flat()
}

const SEND_NAME = Prisma.sql`coalesce(t.name, left(coalesce(s.message ->> 'header', s.message ->> 'body'), 400), '') as name`

const toName = (text: string) => text.split('\n').find((line) => line.trim() !== '') ?? ''

/** The Send where it can be resumed: one that waits for it, if any does. */
async function listStopped(gateway: GatewayKind): Promise<Need[]> {
  const rows = await db().$queryRaw<{ code: number; sendId: string | null }[]>`
    select p.stopped_code as code, (
      select s.id from send s
      where s.finished_at is null and s.state in ('running', 'paused') and s.gateway = p.gateway
      order by s.created_at desc limit 1
    ) as "sendId"
    from gateway_pace p where p.gateway = ${gateway}::gateway and p.stopped_code is not null`
  return rows.map((row) => ({ kind: 'stopped', gateway, ...row }))
}

async function listPaused(): Promise<Need[]> {
  const rows = await db().$queryRaw<
    { sendId: string; name: string; why: PausedWhy | null; code: number | null; left: number }[]
  >`
    select s.id as "sendId", ${SEND_NAME}, s.paused_why as why, s.paused_code as code, coalesce((
      select sum(k.delta) from send_count k where k.send_id = s.id and k.status in ('queued', 'leased', 'sending')
    ), 0)::int as left
    from send s left join list_template t on t.id = s.template_id
    where s.finished_at is null and s.state = 'paused' and not s.is_test
    order by s.created_at desc limit ${MOST}`
  return rows.map(({ name, why, ...row }) => ({ kind: 'paused', ...row, name: toName(name), why: why ?? 'person' }))
}

/**
 * Whose last message came so long ago that its 24 hours are nearly over, and to whom nothing was sent since; by the Send
 * that they answered.
 */
async function listClosing(gateway: GatewayKind): Promise<Need[]> {
  const hours = (count: number) => Prisma.sql`${count}::float8 * interval '1 hour'`
  const whole = WINDOW_MS / 3_600_000
  const rows = await db().$queryRaw<{ sendId: string; name: string; count: number; firstClosesAt: Date }[]>`
    with answered as materialized (
      select i.person, max(i.sent_at) as at, (array_agg(i.send_id order by i.sent_at desc))[1] as send_id
      from (
        select person, sent_at, send_id from inbound_message
        where sent_at > now() - ${hours(whole)} and sent_at <= now() - ${hours(whole - CLOSING_HOURS)}
          and send_id is not null and person is not null and gateway = ${gateway}::gateway
        order by sent_at limit ${LOOKED_AT}
      ) i group by i.person
    ), closing as (
      select a.send_id, count(*)::int as count, min(${windowClosesAtSql}) as closes_at
      from answered a join contact c on c.person = a.person
      where c.opted_out_at is null and ${windowClosesAtSql} > now()
        and ${windowClosesAtSql} <= now() + ${hours(CLOSING_HOURS)}
        and not exists (
          select from recipient r
          where r.person = a.person and r.status not in ('failed', 'skipped', 'canceled')
            and coalesce(r.settled_at, r.created_at) > a.at)
      group by a.send_id
    )
    select s.id as "sendId", ${SEND_NAME}, g.count, g.closes_at as "firstClosesAt"
    from closing g join send s on s.id = g.send_id left join list_template t on t.id = s.template_id
    where not s.is_test
    order by g.closes_at limit ${MOST}`
  return rows.map(({ name, firstClosesAt, ...row }) => ({
    kind: 'closing',
    ...row,
    name: toName(name),
    firstClosesAt: firstClosesAt.toISOString(),
  }))
}

/** Those whom somebody has sent to again, or whose Send another one follows, wait for nobody. */
async function listByStatus(kind: 'uncertain' | 'failed', gateway: GatewayKind): Promise<Need[]> {
  const status = kind === 'uncertain' ? 'unconfirmed' : 'failed'
  const days = kind === 'uncertain' ? UNCERTAIN_DAYS : FAILED_DAYS
  const followed =
    kind === 'failed' ? Prisma.sql`and not exists (select from send f where f.follows_id = s.id)` : Prisma.empty
  const rows = await db().$queryRaw<{ sendId: string; name: string; count: number }[]>`
    with newest as materialized (
      select r.id, r.send_id from recipient r
      where r.status = ${status}::delivery_status and r.created_at > now() - ${days} * interval '1 day'
      order by r.created_at desc limit ${LOOKED_AT}
    ), waiting as (
      select n.send_id, count(*)::int as count from newest n
      where not exists (select from send again where again.resend_of_id = n.id)
      group by n.send_id
    )
    select s.id as "sendId", ${SEND_NAME}, w.count
    from waiting w join send s on s.id = w.send_id left join list_template t on t.id = s.template_id
    where not s.is_test and s.gateway = ${gateway}::gateway and s.state in ('finished', 'canceled', 'paused', 'running')
      ${kind === 'failed' ? Prisma.sql`and s.finished_at is not null` : Prisma.empty} ${followed}
    order by w.count desc, s.created_at desc limit ${MOST}`
  return rows.map(({ name, ...row }) => ({ kind, ...row, name: toName(name) }))
}

/** Messages were taken, and neither webhooks nor the gateway's own list say what became of any. */
async function findUntold(): Promise<Need[]> {
  const [row] = await db().$queryRaw<{ since: Date | null }[]>`
    select min(a.created_at) as since
    from (
      select r.created_at, r.send_id from recipient r
      where r.status = 'accepted' and r.created_at > now() - ${UNTOLD_DAYS} * interval '1 day'
        and r.created_at < now() - ${UNTOLD_MINUTES} * interval '1 minute'
      order by r.created_at desc limit ${LOOKED_AT}
    ) a join send s on s.id = a.send_id
    where s.gateway = 'vectalk'
      and not exists (select from webhook_delivery w where w.received_at > now() - ${UNTOLD_DAYS} * interval '1 day')
      and not exists (
        select from list_reading l
        where l.gateway = 'vectalk' and l.problem is null and l.read_at > now() - ${UNTOLD_MINUTES} * interval '1 minute')`
  return row?.since ? [{ kind: 'noWebhooks', since: row.since.toISOString() }] : []
}
