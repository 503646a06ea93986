import { withinDaysSql } from '@/lib/db/day-sql'
import { Prisma } from '@/lib/db/generated/client'
import { fold } from '@/lib/domain/fold'
import { type SendCursor, type SendFilters, toPhoneDigits } from '@/lib/domain/send-filters'
import { statusesShownAs } from '@/lib/domain/shown-status'
import { tagKey } from '@/lib/domain/template-tags'

/** A part of a text as a LIKE pattern: what SQL would read as a wildcard stands for itself. */
export const toPattern = (part: string) => `%${part.replace(/[\\%_]/g, '\\$&')}%`

/**
 * Picks the ids of one page of the history, newest first. By keyset, so that a page costs the same at any depth.
 * A text and a phone are looked for by two ordered, limited halves of a union: an OR over both would use no index.
 */
export function sendPageSql(filters: SendFilters, cursor: SendCursor | null, limit: number): Prisma.Sql {
  const conditions = conditionsOf(filters)
  if (cursor) conditions.push(Prisma.sql`(s.created_at, s.id) < (${cursor.createdAt}::timestamptz, ${cursor.id}::uuid)`)

  const half = (extra?: Prisma.Sql) => {
    const all = extra ? [...conditions, extra] : conditions
    const where = all.length > 0 ? Prisma.sql`where ${Prisma.join(all, ' and ')}` : Prisma.empty
    return Prisma.sql`select s.id, s.created_at from send s ${where} order by s.created_at desc, s.id desc limit ${limit}`
  }

  if (!filters.q) return half()
  const inText = half(Prisma.sql`s.search_text like ${toPattern(fold(filters.q))}`)
  const digits = toPhoneDigits(filters.q)
  if (!digits) return inText
  const inPhone = half(Prisma.sql`s.id in (
    select r.send_id from recipient r where r.person in (select p.key from person p where p.search_text like ${toPattern(digits)}))`)
  return Prisma.sql`(${inText}) union (${inPhone}) order by created_at desc, id desc limit ${limit}`
}

function conditionsOf(filters: SendFilters): Prisma.Sql[] {
  const { status, state, from, to, template, sender, tests, code, tag, replied, gateway } = filters
  const conditions: Prisma.Sql[] = []
  if (!tests) conditions.push(Prisma.sql`not s.is_test`)
  if (state) {
    conditions.push(Prisma.sql`s.state = ${state}::send_state`)
    // So says every state but these two, and few Sends are open: their index is a small one.
    if (state !== 'canceled' && state !== 'finished') conditions.push(Prisma.sql`s.finished_at is null`)
  }
  if (status)
    conditions.push(
      Prisma.sql`exists (select 1 from recipient r where r.send_id = s.id and r.status = any(${statusesShownAs(status)}::delivery_status[]))`,
    )
  conditions.push(...withinDaysSql(Prisma.sql`s.created_at`, { from, to }))
  if (template) conditions.push(Prisma.sql`s.template_id = ${template}::uuid`)
  if (sender) conditions.push(Prisma.sql`s.created_by_id = ${sender}::uuid`)
  if (gateway) conditions.push(Prisma.sql`s.gateway = ${gateway}::gateway`)
  if (code !== undefined)
    conditions.push(
      Prisma.sql`exists (select 1 from recipient r where r.send_id = s.id and r.status = 'failed' and r.error_code = ${code})`,
    )
  if (tag)
    conditions.push(Prisma.sql`s.template_id in (
      select t.id from list_template t where exists (select 1 from unnest(t.tags) g where folded(g) = ${tagKey(tag)}))`)
  if (replied) {
    const somebody = Prisma.sql`exists (select 1 from recipient r where r.send_id = s.id and r.replied_at is not null)`
    conditions.push(replied === 'yes' ? somebody : Prisma.sql`not ${somebody}`)
  }
  return conditions
}
