import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import type { DeliveryStatus } from '@/lib/domain/delivery-status'
import type { GatewayKind } from '@/lib/domain/gateway'
import { type MessageCursor, type MessageFilters, toMessageCursor } from '@/lib/domain/message-filters'
import type { MessagePage, MessageSummary } from '@/lib/domain/message-view'
import type { SkippedWhy } from '@/lib/domain/send-view'
import { tagKey } from '@/lib/domain/template-tags'
import type { UnknownWhy } from '@/lib/domain/unknown-why'
import { type Place, pickPlaces } from './message-page'
import { searchPlaces, toMeaning } from './message-search'
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
  const places = q
    ? await searchPlaces(actor, question, await toMeaning(actor, q), cursor, limit + 1)
    : await pickPlaces(actor, question, cursor, limit + 1)
  const messages = await readMessages(actor, places.slice(0, limit))
  const last = messages.at(-1)
  return { messages, nextCursor: places.length > limit && last ? toMessageCursor(last) : null }
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

type Row = {
  id: bigint
  send_id: string
  created_at: Date
  phone: string
  name: string | null
  status: DeliveryStatus
  skipped_why: SkippedWhy | null
  unknown_why: UnknownWhy | null
  error_code: number | null
  error_title: string | null
  wamid: string | null
  settled_at: Date | null
  sent_at: Date | null
  delivered_at: Date | null
  read_at: Date | null
  failed_at: Date | null
  replied_at: Date | null
  chose_row_id: string | null
  chose_title: string | null
  window_closes_at: Date | null
  gateway: GatewayKind
  is_test: boolean
  template_id: string | null
  template_name: string | null
  user_id: string | null
  user_name: string | null
  text: string
}

/** These messages in full, newest first. What they share of their Sends is read once for each Send. */
export async function readMessages(_actor: Actor, places: Place[]): Promise<MessageSummary[]> {
  if (places.length === 0) return []
  const rows = await db().$queryRaw<Row[]>(readSql(places.map(({ id }) => id)))
  return rows.map(toSummary)
}

export const readSql = (ids: bigint[]) => Prisma.sql`
  with page as materialized (
    select r.id, r.send_id, r.created_at, r.phone, r.person, r.name, r.status, r.skipped_why, r.unknown_why, r.error_code,
      r.error_title, r.wamid, r.settled_at, r.sent_at, r.delivered_at, r.read_at, r.failed_at, r.replied_at,
      r.chose_row_id, r.window_closes_at
    from recipient r where r.id = any(${ids}::bigint[])
  ), sends as materialized (
    select s.id, s.gateway, s.is_test, s.template_id, s.created_by_id,
      left(coalesce(s.message->>'header', s.message->>'body'), 400) as text,
      case when s.id = any(array(select distinct send_id from page where chose_row_id is not null)) then (
        select jsonb_object_agg(row->>'id', row->>'title')
        from jsonb_path_query(s.message, '$.sections[*].rows[*]') row
      ) end as titles
    from send s where s.id = any(array(select distinct send_id from page))
  )
  select p.id, p.send_id, p.created_at, p.phone, coalesce(p.name, person.name) as name, p.status::text, p.skipped_why,
    p.unknown_why, p.error_code, p.error_title, p.wamid, p.settled_at, p.sent_at, p.delivered_at, p.read_at, p.failed_at,
    p.replied_at, p.chose_row_id, s.titles->>p.chose_row_id as chose_title, p.window_closes_at, s.gateway::text, s.is_test,
    t.id as template_id, t.name as template_name, u.id as user_id, u.name as user_name, s.text
  from page p
  join sends s on s.id = p.send_id
  left join person on person.key = p.person and p.name is null
  left join list_template t on t.id = s.template_id
  left join "user" u on u.id = s.created_by_id
  order by p.created_at desc, p.id desc`

const iso = (moment: Date | null) => moment?.toISOString() ?? null

const toSummary = (row: Row): MessageSummary => ({
  id: String(row.id),
  sendId: row.send_id,
  createdAt: row.created_at.toISOString(),
  phone: row.phone,
  name: row.name,
  status: row.status,
  skippedWhy: row.skipped_why,
  unknownWhy: row.unknown_why,
  errorCode: row.error_code,
  errorTitle: row.error_title,
  wamid: row.wamid,
  settledAt: iso(row.settled_at),
  sentAt: iso(row.sent_at),
  deliveredAt: iso(row.delivered_at),
  readAt: iso(row.read_at),
  failedAt: iso(row.failed_at),
  repliedAt: iso(row.replied_at),
  choseRowId: row.chose_row_id,
  choseTitle: row.chose_title,
  windowClosesAt: iso(row.window_closes_at),
  gateway: row.gateway,
  isTest: row.is_test,
  template: row.template_id && row.template_name !== null ? { id: row.template_id, name: row.template_name } : null,
  sender: row.user_id && row.user_name !== null ? { id: row.user_id, name: row.user_name } : null,
  firstLine: row.text.split('\n').find((line) => line.trim() !== '') ?? '',
})
