import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import type { MessageCursor } from '@/lib/domain/message-filters'
import { statusesShownAs } from '@/lib/domain/shown-status'
import { type MessageRow, type Place, readRows } from './message-row'
import {
  allOf,
  CLOCKS_APART,
  isAboutSends,
  isAfter,
  type MessageQuestion,
  rowConditions,
  sendConditions,
  sendDays,
  statusIs,
  WRITTEN_WITHIN_MS,
} from './message-sql'
import { takeStep, walk } from './message-walk'

const NEWEST = Prisma.sql`order by created_at desc, id desc`
const NEWEST_ROW = Prisma.sql`order by r.created_at desc, r.id desc`

/**
 * The newest messages of a question after the cursor. Each way there reads an index in the order of the page and a bounded
 * number of rows a statement, so that no plan can run away with the whole history.
 */
export async function pickRows(
  actor: Actor,
  question: MessageQuestion,
  cursor: MessageCursor | null,
  limit: number,
): Promise<MessageRow[]> {
  if (question.send || (isAboutSends(question) && question.code === undefined))
    return readRows(actor, await throughSends(question, cursor, limit))
  if (!question.gateway) return walk(actor, question, cursor, limit)
  // One of the two gateways has nearly everything; which of them, the first step tells.
  const first = await takeStep(actor, question, { after: cursor, limit, turn: 0 })
  if (first.found.length >= limit || !first.last) return first.found
  return readRows(actor, await throughSends(question, cursor, limit))
}

/** So many Sends are looked into in one statement, then more and more. */
const SENDS = [16, 128, 1_024, 8_192, 65_536, 1_000_000]

/**
 * The newest Sends that fit, then the newest messages of each. Whether an older Send could still have a newer message is
 * told by when it was made.
 */
async function throughSends(question: MessageQuestion, cursor: MessageCursor | null, limit: number): Promise<Place[]> {
  for (const count of SENDS) {
    const { found, reach } = await lookInto(question, cursor, limit, { count })
    const last = found[limit - 1]
    if (!reach) return found
    if (!last) continue
    const since = new Date(last.created_at.getTime() - WRITTEN_WITHIN_MS)
    if (reach < since) return found
    // The page can only become newer than this.
    return (await lookInto(question, cursor, limit, { since })).found
  }
  throw new Error('More Sends than anybody makes')
}

/** The newest so many Sends, or all since then. */
type Reach = { count: number } | { since: Date }

async function lookInto(question: MessageQuestion, cursor: MessageCursor | null, limit: number, how: Reach) {
  const rows = await db().$queryRaw<(Place & { reach: Date | null; taken: number })[]>(
    sendsSql(question, cursor, limit, how),
  )
  const [first] = rows
  const isCut = first && 'count' in how && first.taken >= how.count
  return { found: rows.filter(({ id }) => id !== null), reach: isCut ? first.reach : null }
}

/**
 * `taken` are the newest Sends, `reach` is when the last of them was made. Those that have a page's worth between them are
 * read first; of the others only one that was still being written down by then can have anything newer. A Send's messages
 * are read in the order of a page, or, where few of them fit, as their index finds them, and then put into order.
 */
function sendsSql(question: MessageQuestion, cursor: MessageCursor | null, limit: number, how: Reach): Prisma.Sql {
  const conditions = [...sendConditions(question), ...sendDays(question)]
  if (cursor) conditions.push(Prisma.sql`s.created_at <= ${cursor.createdAt}::timestamptz + ${CLOCKS_APART}`)
  if ('since' in how) conditions.push(Prisma.sql`s.created_at >= ${how.since.toISOString()}::timestamptz`)
  const { status, send: _send, ...rest } = question
  const own = [Prisma.sql`r.send_id = t.id`, ...rowConditions(rest).flat()]
  if (cursor) own.push(isAfter(cursor))
  const statuses = status ? statusesShownAs(status) : []
  const counts = statuses.map(
    (one, i) => Prisma.sql`, coalesce((select sum(k.delta) from send_count k
        where k.send_id = s.id and k.status = ${one}::delivery_status), 0)::int as ${count(i)}`,
  )
  const expected =
    statuses.length > 0
      ? Prisma.join(
          statuses.map((_, i) => count(i)),
          ' + ',
        )
      : Prisma.sql`recipient_count`
  const messages = (more: Prisma.Sql[]) => {
    const inOrder = (also: Prisma.Sql[]) =>
      Prisma.sql`(select r.id, r.created_at from recipient r where ${allOf([...own, ...more, ...also])} ${NEWEST_ROW} limit ${limit})`
    const asFound = (also: Prisma.Sql[]) =>
      Prisma.sql`(select * from (select r.id, r.created_at from recipient r
        where ${allOf([...own, ...more, ...also])} offset 0) few ${NEWEST} limit ${limit})`
    const parts = statuses.flatMap((one, i) => {
      const isFew = Prisma.sql`t.${count(i)} <= greatest(100, sqrt(10.0 * t.recipient_count))`
      // As an expression, the status invites no index that would find all of them out of order.
      const filtered = Prisma.sql`coalesce(${statusIs(one)}, false) and not ${isFew}`
      return [asFound([statusIs(one), Prisma.sql`t.${count(i)} > 0 and ${isFew}`]), inOrder([filtered])]
    })
    if (parts.length > 0) return Prisma.join(parts, ' union all ')
    return question.row !== undefined || question.replied === 'yes' ? asFound([]) : inOrder([])
  }
  return Prisma.sql`
    with newest as materialized (
      select s.id, s.created_at, s.started_at, s.recipient_count ${Prisma.join(counts.length > 0 ? counts : [Prisma.empty], '')}
      from send s where ${allOf(conditions)} order by s.created_at desc, s.id desc
      ${'count' in how ? Prisma.sql`limit ${how.count}` : Prisma.empty}
    ), taken as materialized (
      select *, sum(${expected}) over (order by created_at desc, id desc) - (${expected}) < ${limit} as is_first from newest
    ), first as materialized (
      select m.id, m.created_at from taken t cross join lateral (${messages([])}) m
      where t.is_first ${NEWEST} limit ${limit}
    ), bound as materialized (
      select case when count(*) = ${limit} then min(created_at) else '-infinity' end as at from first
    ), second as materialized (
      select m.id, m.created_at from bound, taken t
      cross join lateral (${messages([Prisma.sql`r.created_at >= bound.at`])}) m
      where not t.is_first and coalesce(t.started_at, 'infinity') + ${CLOCKS_APART} >= bound.at ${NEWEST} limit ${limit}
    ), found as (
      select * from (select * from first union all select * from second) either ${NEWEST} limit ${limit}
    )
    select f.id, f.created_at, reach.reach, reach.taken from (
      select min(created_at) as reach, count(*)::int as taken from taken
    ) reach left join found f on true order by f.created_at desc, f.id desc`
}

const count = (i: number) => Prisma.raw(`n${i}`)

/** What these people got, or what has these message ids: few enough to be put into order. */
export async function pickFew(
  actor: Actor,
  question: MessageQuestion,
  which: Prisma.Sql,
  cursor: MessageCursor | null,
  limit: number,
): Promise<MessageRow[]> {
  const parts = rowConditions(question).map((conditions) => allOf(conditions))
  const own = [which, Prisma.sql`(${Prisma.join(parts, ' or ')})`, ...(cursor ? [isAfter(cursor)] : [])]
  const places = await db().$queryRaw<Place[]>`
    with few as materialized (select r.id, r.created_at, r.send_id from recipient r where ${allOf(own)})
    select f.id, f.created_at from few f
    where f.send_id in (
      select s.id from send s where s.id = any(array(select distinct send_id from few)) and ${allOf(sendConditions(question))}
    ) ${NEWEST} limit ${limit}`
  return readRows(actor, places)
}
