import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import type { DeliveryStatus } from '@/lib/domain/delivery-status'
import type { GatewayKind } from '@/lib/domain/gateway'
import type { MessageSummary } from '@/lib/domain/message-view'
import type { SkippedWhy } from '@/lib/domain/send-view'
import type { UnknownWhy } from '@/lib/domain/unknown-why'

/** Where a message stands in the history. */
export type Place = { id: bigint; created_at: Date }

export type MessageRow = Place & {
  send_id: string
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

/** What a line shows of a recipient `r`. */
export const rowColumns = Prisma.sql`r.id, r.created_at, r.send_id, r.person, r.phone, r.name, r.status, r.skipped_why,
  r.unknown_why, r.error_code, r.error_title, r.wamid, r.settled_at, r.sent_at, r.delivered_at, r.read_at, r.failed_at,
  r.replied_at, r.chose_row_id, r.window_closes_at`

/**
 * What the lines of `page` share of their Sends, read once for each Send: the titles of its rows where somebody chose one.
 */
export const sendsOf = (page: Prisma.Sql, conditions: Prisma.Sql) => Prisma.sql`
  select s.id, s.gateway::text, s.is_test, t.id as template_id, t.name as template_name, u.id as user_id,
    u.name as user_name, left(coalesce(s.message->>'header', s.message->>'body'), 400) as text,
    case when s.id = any(array(select distinct send_id from ${page} where chose_row_id is not null)) then (
      select jsonb_object_agg(row->>'id', row->>'title') from jsonb_path_query(s.message, '$.sections[*].rows[*]') row
    ) end as titles
  from send s
  left join list_template t on t.id = s.template_id
  left join "user" u on u.id = s.created_by_id
  where s.id = any(array(select distinct send_id from ${page})) and ${conditions}`

/** A line of `p`, a row of `page`, with its Send `s`. */
export const lineColumns = Prisma.sql`p.id, p.created_at, p.send_id, p.phone, p.name, p.status::text, p.skipped_why,
  p.unknown_why, p.error_code, p.error_title, p.wamid, p.settled_at, p.sent_at, p.delivered_at, p.read_at, p.failed_at,
  p.replied_at, p.chose_row_id, s.titles->>p.chose_row_id as chose_title, p.window_closes_at, s.gateway, s.is_test,
  s.template_id, s.template_name, s.user_id, s.user_name, s.text`

/** These messages in full, newest first. */
export async function readRows(_actor: Actor, places: Place[]): Promise<MessageRow[]> {
  if (places.length === 0) return []
  return db().$queryRaw<MessageRow[]>`
    with page as materialized (
      select ${rowColumns} from recipient r where r.id = any(${places.map(({ id }) => id)}::bigint[])
    ), sends as materialized (${sendsOf(Prisma.sql`page`, Prisma.sql`true`)})
    select ${lineColumns} from page p join sends s on s.id = p.send_id order by p.created_at desc, p.id desc`
}

/** The same lines, with the names by which a search knows those whom their Send had none for. */
export async function withNames(_actor: Actor, rows: MessageRow[]): Promise<MessageRow[]> {
  const nameless = rows.filter(({ name }) => name === null).map(({ id }) => id)
  if (nameless.length === 0) return rows
  const people = await db().$queryRaw<{ id: bigint; name: string }[]>`
    select r.id, p.name from recipient r join person p on p.key = r.person
    where r.id = any(${nameless}::bigint[]) and p.name is not null`
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({ ...row, name: row.name ?? names.get(row.id) ?? null }))
}

const iso = (moment: Date | null) => moment?.toISOString() ?? null

export const toMessageSummary = (row: MessageRow): MessageSummary => ({
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
