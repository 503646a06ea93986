import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import type { MessageCursor } from '@/lib/domain/message-filters'
import { statusesShownAs } from '@/lib/domain/shown-status'
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

/** Where a message stands in the history. */
export type Place = { id: bigint; created_at: Date }

const NEWEST = Prisma.sql`order by created_at desc, id desc`
const NEWEST_ROW = Prisma.sql`order by r.created_at desc, r.id desc`

export const byNewest = (a: Place, b: Place) =>
  b.created_at.getTime() - a.created_at.getTime() || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)

export const cursorOf = (place: Place): MessageCursor => ({
  createdAt: place.created_at.toISOString(),
  id: String(place.id),
})

/** So many rows are looked at in one statement of a walk, then more and more. */
const steps = (limit: number) => [2 * limit, 20 * limit, 5_000, 20_000]

/**
 * The newest messages of a question after the cursor. Each way there reads an index in the order of the page and a bounded
 * number of rows a statement, so that no plan can run away with the whole history.
 */
export async function pickPlaces(
  actor: Actor,
  question: MessageQuestion,
  cursor: MessageCursor | null,
  limit: number,
): Promise<Place[]> {
  if (isAboutSends(question) && question.code === undefined) return throughSends(question, cursor, limit)
  if (question.send) return throughSends(question, cursor, limit)
  if (!question.gateway) return walk(actor, question, cursor, limit)
  // One of the two gateways has nearly everything; which of them, the first step tells.
  const first = await step(question, cursor, limit, 2 * limit)
  const isDense = first.found.length >= limit || !first.last
  return isDense ? first.found : throughSends(question, cursor, limit)
}

/** Reads on, step by step, until the page is full: right where most messages fit. */
export async function walk(
  _actor: Actor,
  question: MessageQuestion,
  cursor: MessageCursor | null,
  limit: number,
  people?: string,
): Promise<Place[]> {
  const sizes = steps(limit)
  const found: Place[] = []
  for (let after = cursor, turn = 0; ; turn++) {
    const size = sizes[Math.min(turn, sizes.length - 1)] ?? limit
    const one = await step(question, after, limit - found.length, size, people)
    found.push(...one.found)
    if (found.length >= limit || !one.last) return found
    after = cursorOf(one.last)
  }
}

type Step = { found: Place[]; last: Place | null }

async function step(
  question: MessageQuestion,
  after: MessageCursor | null,
  limit: number,
  size: number,
  people?: string,
): Promise<Step> {
  const rows = await db().$queryRaw<(Place & { fits: boolean })[]>(stepSql(question, after, limit, size, people))
  return { found: rows.filter(({ fits }) => fits), last: rows.find(({ fits }) => !fits) ?? null }
}

/**
 * The next `size` messages in order, those of them whose Send and person fit, and, where there were so many, the last
 * one of all as a row that does not fit.
 */
export function stepSql(
  question: MessageQuestion,
  after: MessageCursor | null,
  limit: number,
  size: number,
  people?: string,
): Prisma.Sql {
  const parts = rowConditions(question).map((conditions) => {
    const all = after ? [...conditions, isAfter(after)] : conditions
    return Prisma.sql`(select r.id, r.created_at, r.send_id, r.person from recipient r where ${allOf(all)} ${NEWEST_ROW} limit ${size})`
  })
  const one = parts[0] && parts.length === 1
  const walked = one
    ? parts[0]
    : Prisma.sql`select * from (${Prisma.join(parts, ' union all ')}) parts ${NEWEST} limit ${size}`
  const person = people
    ? Prisma.sql`and w.person in (select p.key from person p
        where p.key = any(array(select distinct person from walked)) and p.search_text like ${people})`
    : Prisma.empty
  return Prisma.sql`
    with walked as materialized (${walked}), fitting as materialized (
      select s.id from send s where s.id = any(array(select distinct send_id from walked)) and ${allOf(sendConditions(question))}
    )
    (select w.id, w.created_at, true as fits from walked w
      where w.send_id in (select id from fitting) ${person} ${NEWEST} limit ${limit})
    union all
    (select id, created_at, false from walked
      where (select count(*) from walked) = ${size} order by created_at, id limit 1)`
}

/** So many Sends are looked into in one statement, then more and more. */
const SENDS = [12, 96, 768, 6_144, 49_152, 1_000_000]

/**
 * The newest Sends that fit, then the newest messages of each. Whether an older Send could still have a newer message is
 * told by when it was made.
 */
async function throughSends(question: MessageQuestion, cursor: MessageCursor | null, limit: number): Promise<Place[]> {
  for (const count of SENDS) {
    const [rows, reach] = await lookInto(question, cursor, limit, count)
    const last = rows[limit - 1]
    if (!reach || (last && reach.getTime() < last.created_at.getTime() - WRITTEN_WITHIN_MS)) return rows
  }
  throw new Error('More Sends than anybody makes')
}

async function lookInto(
  question: MessageQuestion,
  cursor: MessageCursor | null,
  limit: number,
  count: number,
): Promise<[rows: Place[], reach: Date | null]> {
  const rows = await db().$queryRaw<(Place & { reach: Date | null; taken: number })[]>(
    sendsSql(question, cursor, limit, count),
  )
  const [first] = rows
  const found = rows.filter(({ id }) => id !== null)
  return [found, first && first.taken >= count ? first.reach : null]
}

/**
 * `taken` are the newest Sends, `reach` is when the last of them was made. A Send's messages are read in the order of a
 * page, or, where few of them fit, those few as their index finds them, and then put into order.
 */
export function sendsSql(
  question: MessageQuestion,
  cursor: MessageCursor | null,
  limit: number,
  count: number,
): Prisma.Sql {
  const conditions = [...sendConditions(question), ...sendDays(question)]
  if (cursor) conditions.push(Prisma.sql`s.created_at <= ${cursor.createdAt}::timestamptz + ${CLOCKS_APART}`)
  const { status, send: _send, ...rest } = question
  const own = rowConditions(rest).flat()
  if (cursor) own.push(isAfter(cursor))
  const page = (more: Prisma.Sql[]) =>
    Prisma.sql`(select r.id, r.created_at from recipient r where ${allOf([ofTaken, ...own, ...more])} ${NEWEST_ROW} limit ${limit})`
  const few = (more: Prisma.Sql[]) =>
    Prisma.sql`(select * from (select r.id, r.created_at from recipient r where ${allOf([ofTaken, ...own, ...more])} offset 0) few ${NEWEST} limit ${limit})`
  const statuses = status ? statusesShownAs(status) : []
  const counts = statuses.map(
    (one, i) => Prisma.sql`, coalesce((select sum(k.delta) from send_count k
        where k.send_id = s.id and k.status = ${one}::delivery_status), 0)::int as ${name(i)}`,
  )
  const parts =
    statuses.length > 0
      ? statuses.flatMap((one, i) => {
          const n = Prisma.sql`t.${name(i)}`
          const isFew = Prisma.sql`${n} <= greatest(100, sqrt(10.0 * t.recipient_count))`
          return [
            few([statusIs(one), Prisma.sql`${n} > 0 and ${isFew}`]),
            page([statusIs(one), Prisma.sql`not ${isFew}`]),
          ]
        })
      : [question.row !== undefined || question.replied === 'yes' ? few([]) : page([])]
  return Prisma.sql`
    with taken as materialized (
      select s.id, s.created_at, s.recipient_count ${counts.length > 0 ? Prisma.join(counts, '') : Prisma.empty}
      from send s where ${allOf(conditions)} order by s.created_at desc, s.id desc limit ${count}
    ), found as materialized (
      select m.id, m.created_at from taken t cross join lateral (${Prisma.join(parts, ' union all ')}) m
      ${NEWEST} limit ${limit}
    )
    select f.id, f.created_at, reach.reach, reach.taken from (
      select min(created_at) as reach, count(*)::int as taken from taken
    ) reach left join found f on true order by f.created_at desc, f.id desc`
}

const ofTaken = Prisma.sql`r.send_id = t.id`
const name = (i: number) => Prisma.raw(`n${i}`)

/** What these people got, or what has these message ids: few enough to be put into order. */
export function fewSql(
  question: MessageQuestion,
  which: Prisma.Sql,
  cursor: MessageCursor | null,
  limit: number,
): Prisma.Sql {
  const parts = rowConditions(question).map((conditions) => allOf(conditions))
  const own = [which, Prisma.sql`(${Prisma.join(parts, ' or ')})`, ...(cursor ? [isAfter(cursor)] : [])]
  return Prisma.sql`
    with few as materialized (select r.id, r.created_at, r.send_id from recipient r where ${allOf(own)})
    select f.id, f.created_at from few f
    where f.send_id in (
      select s.id from send s where s.id = any(array(select distinct send_id from few)) and ${allOf(sendConditions(question))}
    ) ${NEWEST} limit ${limit}`
}
