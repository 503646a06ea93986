import { startOfDaySql, withinDaysSql } from '@/lib/db/day-sql'
import { Prisma } from '@/lib/db/generated/client'
import { fold } from '@/lib/domain/fold'
import type { MessageCursor, MessageFilters } from '@/lib/domain/message-filters'
import { statusesShownAs } from '@/lib/domain/shown-status'
import { toPattern } from './send-page'

// What the filters of the messages mean, as conditions over `recipient r` and over `send s`, each an SQL of its own.

/** The filters, and what had to be looked up for them: `templateIds` are those that carry the tag. */
export type MessageQuestion = Omit<MessageFilters, 'q' | 'tag'> & {
  templateIds?: string[]
  /** A folded text that stands in the Send's message. */
  text?: string
}

/** Nobody's window is known to be open longer than a day after they were written down; twice that for clocks apart. */
const OPEN_SINCE = Prisma.sql`now() - interval '48 hours'`

/** Conditions over `r` for each status that the filters mean: an index gives each of them in the order of a page. */
export function rowConditions(question: MessageQuestion): Prisma.Sql[][] {
  const { status, code, window, replied, row, send, from, to } = question
  const conditions: Prisma.Sql[] = []
  if (send) conditions.push(Prisma.sql`r.send_id = ${send}::uuid`)
  if (code !== undefined) conditions.push(Prisma.sql`r.error_code = ${code}`)
  if (row !== undefined) conditions.push(Prisma.sql`r.replied_at is not null and r.chose_row_id = ${row}`)
  if (replied)
    conditions.push(replied === 'yes' ? Prisma.sql`r.replied_at is not null` : Prisma.sql`r.replied_at is null`)
  if (window === 'unknown') conditions.push(Prisma.sql`r.window_closes_at is null`)
  if (window === 'closed') conditions.push(Prisma.sql`r.window_closes_at <= now()`)
  if (window === 'open') conditions.push(Prisma.sql`r.window_closes_at > now() and r.created_at > ${OPEN_SINCE}`)
  conditions.push(...withinDaysSql(Prisma.sql`r.created_at`, { from, to }))
  if (!status) return [conditions]
  return statusesShownAs(status).map((one) => [...conditions, statusIs(one)])
}

export const statusIs = (status: string) => Prisma.sql`r.status = ${status}::delivery_status`

export const isAfter = ({ createdAt, id }: MessageCursor) =>
  Prisma.sql`(r.created_at, r.id) < (${createdAt}::timestamptz, ${id}::bigint)`

/** Conditions over `s`. */
export function sendConditions({ template, templateIds, sender, gateway, tests, text, send, row }: MessageQuestion) {
  const conditions: Prisma.Sql[] = []
  if (send) conditions.push(Prisma.sql`s.id = ${send}::uuid`)
  if (!tests) conditions.push(Prisma.sql`not s.is_test`)
  if (gateway) conditions.push(Prisma.sql`s.gateway = ${gateway}::gateway`)
  if (template) conditions.push(Prisma.sql`s.template_id = ${template}::uuid`)
  if (templateIds) conditions.push(Prisma.sql`s.template_id = any(${templateIds}::uuid[])`)
  if (sender) conditions.push(Prisma.sql`s.created_by_id = ${sender}::uuid`)
  if (text) conditions.push(Prisma.sql`s.search_text like ${toPattern(text)}`)
  // A row's ID is among the texts of the message that has it.
  if (row !== undefined && !send) conditions.push(Prisma.sql`s.search_text like ${toPattern(fold(row))}`)
  return conditions
}

/** Whether few Sends are meant, so that their messages are reached through them. */
export const isAboutSends = ({ template, templateIds, sender, text, send, row }: MessageQuestion) =>
  !!(template || templateIds || sender || text || send || row !== undefined)

export const allOf = (conditions: Prisma.Sql[]) =>
  conditions.length > 0 ? Prisma.join(conditions, ' and ') : Prisma.sql`true`

/** When the Sends of messages within these days may have been made: people are written down soon after. */
export function sendDays({ from, to }: MessageQuestion): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = []
  if (from) conditions.push(Prisma.sql`s.created_at >= ${startOfDaySql(from)} - ${WRITTEN_WITHIN}`)
  if (to) conditions.push(Prisma.sql`s.created_at < ${startOfDaySql(to, 1)} + ${CLOCKS_APART}`)
  return conditions
}

/** A Send's people are written down within this time of its making, even where no worker runs for a while. */
export const WRITTEN_WITHIN_MS = 3 * 86_400_000
const WRITTEN_WITHIN = Prisma.sql`interval '3 days'`
/** A Send has its moment from the web server's clock, its people have theirs from the database's. */
export const CLOCKS_APART = Prisma.sql`interval '1 hour'`
