import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import { type MessageCursor, type MessageFilters, toMessageCursor } from '@/lib/domain/message-filters'
import type { MessagePage } from '@/lib/domain/message-view'
import { tagKey } from '@/lib/domain/template-tags'
import { pickRows } from './message-page'
import { toMessageSummary } from './message-row'
import { searchRows, toMeaning } from './message-search'
import type { MessageQuestion } from './message-sql'
import { listTagSpellings } from './template-tags'

const PAGE = 50

/** One page of the history's messages, newest first; `cursor` is where the page before it ended. */
export async function listMessages(
  actor: Actor,
  { q, ...filters }: MessageFilters,
  cursor: MessageCursor | null = null,
  limit = PAGE,
): Promise<MessagePage> {
  const question = await toQuestion(actor, filters)
  const rows = q
    ? await searchRows(actor, question, await toMeaning(actor, q), cursor, limit + 1)
    : await pickRows(actor, question, cursor, limit + 1)
  const messages = rows.slice(0, limit).map(toMessageSummary)
  const last = messages.at(-1)
  return { messages, nextCursor: rows.length > limit && last ? toMessageCursor(last) : null }
}

/** The filters with what has to be looked up for them. */
export async function toQuestion(
  actor: Actor,
  { tag, ...filters }: Omit<MessageFilters, 'q'>,
): Promise<MessageQuestion> {
  if (tag === undefined) return filters
  const spellings = (await listTagSpellings(actor)).map((one) => one.tag).filter((one) => tagKey(one) === tagKey(tag))
  const templates = await db().listTemplate.findMany({ where: { tags: { hasSome: spellings } }, select: { id: true } })
  return { ...filters, templateIds: templates.map(({ id }) => id) }
}
