import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import type { DeliveryStatus, StatusCounts } from '@/lib/domain/delivery-status'
import type { GatewayKind } from '@/lib/domain/gateway'
import type { ListMessage } from '@/lib/domain/list-message'
import { type SendCursor, type SendFilters, toSendCursor } from '@/lib/domain/send-filters'
import {
  countAtWork,
  type SendFilterOptions,
  type SendPage,
  type SendSummary,
  type SendView,
} from '@/lib/domain/send-view'
import { recipientSelect, toRecipientView } from './recipients'
import { sendPageSql } from './send-page'

const PAGE = 30

type SummaryRow = {
  id: string
  created_at: Date
  gateway: GatewayKind
  recipient_count: number
  is_resend: boolean
  text: string
  user_id: string | null
  user_name: string | null
  template_id: string | null
  template_name: string | null
  phone: string | null
  counts: StatusCounts | null
}

/** One page of the history, newest first; `cursor` is where the page before it ended. */
export async function listSends(
  _actor: Actor,
  filters: SendFilters,
  cursor: SendCursor | null = null,
  limit = PAGE,
): Promise<SendPage> {
  const rows = await db().$queryRaw<SummaryRow[]>`
    with page as materialized (${sendPageSql(filters, cursor, limit + 1)})
    select s.id, s.created_at, s.gateway::text, s.recipient_count, s.resend_of_id is not null as is_resend,
      left(coalesce(s.message->>'header', s.message->>'body'), 400) as text,
      u.id as user_id, u.name as user_name, t.id as template_id, t.name as template_name, only_one.phone, counts.counts
    from page
    join send s on s.id = page.id
    left join "user" u on u.id = s.created_by_id
    left join list_template t on t.id = s.template_id
    left join lateral (
      select r.phone from recipient r where s.recipient_count = 1 and r.send_id = s.id limit 1
    ) only_one on true
    cross join lateral (
      select jsonb_object_agg(c.status, c.n) as counts
      from (select r.status, count(*)::int as n from recipient r where r.send_id = s.id group by r.status) c
    ) counts
    order by s.created_at desc, s.id desc`
  const sends = rows.slice(0, limit).map(toSummary)
  const last = sends.at(-1)
  return { sends, nextCursor: rows.length > limit && last ? toSendCursor(last) : null }
}

const toSummary = (row: SummaryRow): SendSummary => ({
  id: row.id,
  createdAt: row.created_at.toISOString(),
  createdBy: row.user_id && row.user_name !== null ? { id: row.user_id, name: row.user_name } : null,
  firstLine: row.text.split('\n').find((line) => line.trim() !== '') ?? '',
  template: row.template_id && row.template_name !== null ? { id: row.template_id, name: row.template_name } : null,
  gateway: row.gateway,
  recipientCount: row.recipient_count,
  phone: row.phone,
  counts: row.counts ?? {},
  isResend: row.is_resend,
})

/** The templates and people that some Send has, by name: what the history can be filtered by. */
export async function listSendFilterOptions(_actor: Actor): Promise<SendFilterOptions> {
  const [templates, senders] = await Promise.all([
    db().listTemplate.findMany({
      where: { sends: { some: {} } },
      select: { id: true, name: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: 200,
    }),
    db().user.findMany({
      where: { sends: { some: {} } },
      select: { id: true, name: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: 200,
    }),
  ])
  return { templates, senders }
}

/** One Send with how many of its recipients stand where, and its recipient where it has only one. */
export async function getSend(_actor: Actor, id: string): Promise<SendView | null> {
  const [send, counts] = await Promise.all([
    db().send.findUnique({
      where: { id },
      select: {
        id: true,
        createdAt: true,
        message: true,
        gateway: true,
        includeRecipientType: true,
        recipientCount: true,
        templateVersion: true,
        createdBy: { select: { id: true, name: true } },
        template: { select: { id: true, name: true, version: true } },
        resendOf: { select: { id: true, sendId: true } },
        recipients: { select: recipientSelect, take: 2 },
      },
    }),
    db().recipient.groupBy({ by: ['status'], where: { sendId: id }, _count: true }),
  ])
  if (!send) return null
  const [first] = send.recipients
  const counted = Object.fromEntries(counts.map(({ status, _count }) => [status satisfies DeliveryStatus, _count]))
  const pace = countAtWork(counted)
    ? await db().gatewayPace.findUnique({ where: { gateway: send.gateway }, select: { stoppedCode: true } })
    : null
  return {
    id: send.id,
    createdAt: send.createdAt.toISOString(),
    createdBy: send.createdBy,
    message: frozen(send.message),
    template: send.template && {
      id: send.template.id,
      name: send.template.name,
      usedVersion: send.templateVersion,
      version: send.template.version,
    },
    gateway: send.gateway,
    includeRecipientType: send.includeRecipientType,
    recipientCount: send.recipientCount,
    counts: counted,
    stoppedCode: pace?.stoppedCode ?? null,
    resendOf: send.resendOf && { sendId: send.resendOf.sendId, recipientId: String(send.resendOf.id) },
    recipient: first && send.recipients.length === 1 ? toRecipientView(first) : null,
  }
}

/** The message as that Send froze it: what "Duplicar para o editor" opens. */
export async function getSendMessage(_actor: Actor, id: string): Promise<ListMessage | null> {
  const send = await db().send.findUnique({ where: { id }, select: { message: true } })
  return send && frozen(send.message)
}

// Checked before it was frozen, and not again: should a limit change, what was sent must still be shown.
const frozen = (message: Prisma.JsonValue) => message as ListMessage
