import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import { fold } from '@/lib/domain/fold'
import { looksLikeWamid, type MessageCursor } from '@/lib/domain/message-filters'
import { toPhoneDigits } from '@/lib/domain/send-filters'
import { pickFew, pickRows } from './message-page'
import { type MessageRow, withNames } from './message-row'
import type { MessageQuestion } from './message-sql'
import { walk } from './message-walk'
import { toPattern } from './send-page'

/** Whoever has so much of an id in common with many others is one of WhatsApp's own numbers, and tells no message apart. */
const PREFIX_LENGTH = 24

/** Up to so many people are each looked up; more of them are met soon enough by reading on. */
export const MANY_PEOPLE = 2_000

/** What a search means: a message's id, or people and a part of the text of the Sends. */
export type Meaning =
  | { kind: 'wamid'; which: Prisma.Sql }
  | { kind: 'words'; text: string; pattern: string; keys: string[] | null }

/** @returns keys the people whom it names; null where they are more than MANY_PEOPLE */
export async function toMeaning(_actor: Actor, q: string): Promise<Meaning> {
  if (looksLikeWamid(q)) return { kind: 'wamid', which: wamidIs(q.startsWith('wamid.') ? q : `wamid.${q}`) }
  const text = fold(q)
  const pattern = toPattern(toPhoneDigits(q) ?? text)
  const people = await db().$queryRaw<{ key: string }[]>(peopleSql(pattern))
  return { kind: 'words', text, pattern, keys: people.length > MANY_PEOPLE ? null : people.map(({ key }) => key) }
}

export const peopleSql = (pattern: string) =>
  Prisma.sql`select p.key from person p where p.search_text like ${pattern} limit ${MANY_PEOPLE + 1}`

const wamidIs = (q: string) =>
  q.length < PREFIX_LENGTH
    ? Prisma.sql`r.wamid = ${q}`
    : Prisma.sql`r.wamid >= ${q} and r.wamid < ${q} || '~' and starts_with(r.wamid, ${q})`

export const arePeople = (keys: string[]) => Prisma.sql`r.person = any(${keys}::text[])`

/** The newest messages of a question that a search finds, by their people and by their Sends' text, each on its own way. */
export async function searchRows(
  actor: Actor,
  question: MessageQuestion,
  meaning: Meaning,
  cursor: MessageCursor | null,
  limit: number,
): Promise<MessageRow[]> {
  if (meaning.kind === 'wamid') return pickFew(actor, question, meaning.which, cursor, limit)
  const { text, pattern, keys } = meaning
  const [ofPeople, inText] = await Promise.all([
    keys === null
      ? walk(actor, question, cursor, limit, pattern)
      : keys.length === 0
        ? []
        : pickFew(actor, question, arePeople(keys), cursor, limit),
    pickRows(actor, { ...question, text }, cursor, limit),
  ])
  const byId = new Map([...ofPeople, ...inText].map((row) => [row.id, row]))
  const newest = [...byId.values()].sort(byNewest).slice(0, limit)
  return withNames(actor, newest)
}

const byNewest = (a: MessageRow, b: MessageRow) =>
  b.created_at.getTime() - a.created_at.getTime() || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)
