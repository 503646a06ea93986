import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import type { MessageCursor } from '@/lib/domain/message-filters'
import { lineColumns, type MessageRow, type Place, rowColumns, sendsOf } from './message-row'
import { allOf, isAfter, type MessageQuestion, rowConditions, sendConditions } from './message-sql'

/** So many rows are looked at in one statement of a walk: a few more than the page for tests among them, then many more. */
const sizes = (limit: number) => [limit + Math.ceil(limit / 8), 20 * limit, 5_000, 20_000]

export const cursorOf = (place: Place): MessageCursor => ({
  createdAt: place.created_at.toISOString(),
  id: String(place.id),
})

/**
 * Reads on in the order of a page, some rows in each statement, until the page is full: right where most messages fit.
 * @param people a pattern that the person's search text has to fit
 */
export async function walk(
  actor: Actor,
  question: MessageQuestion,
  cursor: MessageCursor | null,
  limit: number,
  people?: string,
): Promise<MessageRow[]> {
  const found: MessageRow[] = []
  for (let after = cursor, turn = 0; ; turn++) {
    const one = await takeStep(actor, question, { after, limit: limit - found.length, turn, people })
    found.push(...one.found)
    if (found.length >= limit || !one.last) return found
    after = cursorOf(one.last)
  }
}

type Step = { after: MessageCursor | null; limit: number; turn: number; people?: string | undefined }

/** @returns last where the next step begins; null where there is nothing left */
export async function takeStep(
  _actor: Actor,
  question: MessageQuestion,
  { after, limit, turn, people }: Step,
): Promise<{ found: MessageRow[]; last: Place | null }> {
  const all = sizes(limit)
  const size = all[Math.min(turn, all.length - 1)] ?? limit
  const rows = await db().$queryRaw<(MessageRow & { fits: boolean })[]>(stepSql(question, after, limit, size, people))
  return { found: rows.filter(({ fits }) => fits), last: rows.find(({ fits }) => !fits) ?? null }
}

/**
 * The next `size` messages in order, those of them whose Send and person fit, and, where there were so many, the last
 * one of all as a row that does not fit.
 */
function stepSql(
  question: MessageQuestion,
  after: MessageCursor | null,
  limit: number,
  size: number,
  people?: string,
): Prisma.Sql {
  const parts = rowConditions(question).map((conditions) => {
    const all = after ? [...conditions, isAfter(after)] : conditions
    return Prisma.sql`(select ${rowColumns} from recipient r where ${allOf(all)}
      order by r.created_at desc, r.id desc limit ${size})`
  })
  const known = people
    ? Prisma.sql`, known as materialized (
        select one.key from person one
        where one.key = any(array(select distinct person from walked)) and one.search_text like ${people}
      )`
    : Prisma.empty
  const isKnown = people ? Prisma.sql`where p.person in (select key from known)` : Prisma.empty
  return Prisma.sql`
    with walked as materialized (
      select * from (${Prisma.join(parts, ' union all ')}) parts order by created_at desc, id desc limit ${size}
    ), sends as materialized (${sendsOf(Prisma.sql`walked`, allOf(sendConditions(question)))}),
    seen as (select count(*) as n, min(created_at) as at from walked)${known}
    select * from (
      (select true as fits, ${lineColumns} from walked p join sends s on s.id = p.send_id ${isKnown}
        order by p.created_at desc, p.id desc limit ${limit})
      union all
      (select false, ${lineColumns}
        from walked p left join sends s on false, seen
        where seen.n = ${size} and p.created_at = seen.at order by p.id limit 1)
    ) lines order by created_at desc, id desc`
}
