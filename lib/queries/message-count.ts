import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import type { MessageFilters } from '@/lib/domain/message-filters'
import { COUNTED_MESSAGES, type MessageCount } from '@/lib/domain/message-view'
import { arePeople, type Meaning, toMeaning } from './message-search'
import { allOf, isAboutSends, type MessageQuestion, rowConditions, sendConditions, sendDays } from './message-sql'
import { toQuestion } from './messages'

/** How many messages there are, exact up to COUNTED_MESSAGES. */
export async function countMessages(actor: Actor, { q, ...filters }: MessageFilters): Promise<MessageCount> {
  const question = await toQuestion(actor, filters)
  const meaning = q ? await toMeaning(actor, q) : null
  const [row] = await db().$queryRaw<{ count: number }[]>(countSql(question, meaning, COUNTED_MESSAGES + 1))
  const count = row?.count ?? 0
  return { count: Math.min(count, COUNTED_MESSAGES), isMore: count > COUNTED_MESSAGES }
}

/** Counts up to `cap` and no further. */
export function countSql(question: MessageQuestion, meaning: Meaning | null, cap: number): Prisma.Sql {
  const parts = partsOf(question, meaning, cap)
  const all = Prisma.join(
    parts.map((part) => Prisma.sql`(${part})`),
    // A message that is found by its person and by its text counts once.
    meaning ? ' union ' : ' union all ',
  )
  return Prisma.sql`select count(*)::int as count from (select 1 from (${all}) found limit ${cap}) counted`
}

function partsOf(question: MessageQuestion, meaning: Meaning | null, cap: number): Prisma.Sql[] {
  const part = (asked: MessageQuestion, which: Prisma.Sql[] = []) =>
    rowConditions(asked).map((conditions) => {
      const own = allOf([...conditions, ...which])
      const ofSends = allOf([...sendConditions(asked), ...sendDays(asked)])
      return isAboutSends(asked) && which.length === 0
        ? Prisma.sql`select r.id from (select s.id from send s where ${ofSends} offset 0) s
            cross join lateral (select r.id from recipient r where r.send_id = s.id and ${own} limit ${cap}) r limit ${cap}`
        : Prisma.sql`select r.id from recipient r join send s on s.id = r.send_id where ${own} and ${ofSends} limit ${cap}`
    })
  if (!meaning) return part(question)
  if (meaning.kind === 'wamid') return part(question, [meaning.which])
  const { text, pattern, keys } = meaning
  const who = keys
    ? arePeople(keys)
    : Prisma.sql`exists (select 1 from person p where p.key = r.person and p.search_text like ${pattern})`
  return [...(keys?.length === 0 ? [] : part(question, [who])), ...part({ ...question, text })]
}
