import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import type { Gateway } from '@/lib/domain/gateway'
import type { FirstSteps, StartPage, TodaySend } from '@/lib/domain/start-page'
import { fromWallTime, toWallTime } from '@/lib/domain/zoned-time'
import { getGateway } from './connection'
import { getSendingRules } from './sending-rules'
import { readRecentFigures } from './start-figures'
import { listNeeds } from './start-needs'

const SENDS_SHOWN = 8
/** What is over today was made since then; what was planned longer ahead stands in the history. */
const MADE_WITHIN_DAYS = 31

/** @property figuresAgeMs how old the trend and the best rows may be */
type Asked = { now?: Date; figuresAgeMs?: number }

/** All that the start page tells, of the gateway in use; tests are in no figure. */
export async function getStartPage(
  actor: Actor,
  { now = new Date(), figuresAgeMs = 0 }: Asked = {},
): Promise<StartPage> {
  const [gateway, { timeZone }] = await Promise.all([getGateway(actor), getSendingRules(actor)])
  const today = toWallTime(now, timeZone).date
  const midnight = fromWallTime({ date: today, time: '00:00' }, timeZone)?.at ?? now
  const [sends, needs, figures, steps, isNew] = await Promise.all([
    listTodaySends(midnight),
    listNeeds(actor, gateway.kind),
    readRecentFigures(actor, { gateway: gateway.kind, timeZone, today }, figuresAgeMs),
    readSteps(gateway),
    isUnused(),
  ])
  return { isNew, gateway: gateway.kind, timeZone, today: sends, needs, ...figures, steps }
}

const isUnused = async () => (await db().send.findFirst({ select: { id: true } })) === null

type SendRow = Omit<TodaySend, 'createdAt' | 'startsAt' | 'finishedAt' | 'firstLine'> & {
  text: string
  createdAt: Date
  startsAt: Date | null
  finishedAt: Date | null
  total: number
}

/** What goes on stands first, then what is planned, soonest first, then what was over today, newest first. */
async function listTodaySends(midnight: Date): Promise<StartPage['today']> {
  const rows = await db().$queryRaw<SendRow[]>`
    with page as materialized (
      select s.id, count(*) over ()::int as total,
        case when s.finished_at is not null then 2 when s.state = 'scheduled' then 1 else 0 end as stage
      from send s
      where not s.is_test and (
        s.finished_at is null
        or (s.finished_at >= ${midnight} and s.created_at >= ${midnight}::timestamptz - ${MADE_WITHIN_DAYS} * interval '1 day'))
      order by stage, case when s.state = 'scheduled' then s.starts_at end, coalesce(s.finished_at, s.created_at) desc, s.id
      limit ${SENDS_SHOWN}
    )
    select s.id, left(coalesce(s.message ->> 'header', s.message ->> 'body'), 400) as text, t.name as template,
      s.gateway::text as gateway, s.state::text as state, s.paused_why as "pausedWhy", s.created_at as "createdAt",
      s.starts_at as "startsAt", s.finished_at as "finishedAt", s.time_zone as "timeZone",
      s.recipient_count as "recipientCount", coalesce(counts.counts, '{}') as counts,
      (select count(*)::int from recipient r where r.send_id = s.id and r.replied_at is not null) as replied, page.total
    from page join send s on s.id = page.id
    left join list_template t on t.id = s.template_id
    cross join lateral (
      select jsonb_object_agg(c.status, c.n) as counts from (
        select k.status, sum(k.delta)::int as n from send_count k
        where k.send_id = s.id group by k.status having sum(k.delta) <> 0
      ) c
    ) counts
    order by page.stage, case when s.state = 'scheduled' then s.starts_at end,
      coalesce(s.finished_at, s.created_at) desc, s.id`
  const sends = rows.map(({ text, total: _total, createdAt, startsAt, finishedAt, ...row }) => ({
    ...row,
    firstLine: text.split('\n').find((line) => line.trim() !== '') ?? '',
    createdAt: createdAt.toISOString(),
    startsAt: startsAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
  }))
  return { sends, total: rows[0]?.total ?? 0 }
}

/** What a new workspace has done already. The list that it begins with is nobody's first one. */
async function readSteps(gateway: Gateway): Promise<FirstSteps> {
  const isConnected = gateway.kind === 'vectalk' && gateway.ready
  const exists = (what: Prisma.Sql) => Prisma.sql`exists (${what})`
  const [row] = await db().$queryRaw<{ list: boolean; rehearsal: boolean; told: boolean; registered: boolean }[]>`
    select
      ${exists(Prisma.sql`select from list_template where version > 1`)}
        or (select count(*) from (select from list_template limit 2) few) > 1
        or ${exists(Prisma.sql`select from send`)} as list,
      ${exists(Prisma.sql`select from send`)} as rehearsal,
      ${exists(Prisma.sql`select from webhook_delivery`)} as told,
      ${exists(Prisma.sql`select from webhook_settings where registered_at is not null`)} as registered`
  return {
    list: row?.list ?? false,
    rehearsal: row?.rehearsal ?? false,
    connection: isConnected,
    webhooks: isConnected && ((row?.told || row?.registered) ?? false),
  }
}
