import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import type { DeliveryStatus, StatusCounts } from '@/lib/domain/delivery-status'
import type { GatewayKind } from '@/lib/domain/gateway'
import type { ListMessage } from '@/lib/domain/list-message'
import { PACE } from '@/lib/domain/pace'
import { type SendCursor, type SendFilters, toSendCursor } from '@/lib/domain/send-filters'
import type { FollowsHow, PausedWhy, SendState } from '@/lib/domain/send-state'
import {
  countAtWork,
  type SendFilterOptions,
  type SendPage,
  type SendSummary,
  type SendView,
} from '@/lib/domain/send-view'
import { recipientSelect, toRecipientView } from './recipients'
import { listReplies } from './replies'
import { sendPageSql } from './send-page'

const PAGE = 30
/** Thirty lines are counted at once. */
const MOST_REPLIED = 10_000

type SummaryRow = {
  id: string
  created_at: Date
  gateway: GatewayKind
  recipient_count: number
  is_resend: boolean
  is_test: boolean
  state: SendState
  paused_why: PausedWhy | null
  starts_at: Date | null
  time_zone: string
  follows_how: FollowsHow | null
  text: string
  user_id: string | null
  user_name: string | null
  template_id: string | null
  template_name: string | null
  phone: string | null
  counts: StatusCounts | null
  replied: number
}

/** One page of the history, newest first; `cursor` is where the page before it ended. */
export async function listSends(
  _actor: Actor,
  filters: SendFilters,
  cursor: SendCursor | null = null,
  limit = PAGE,
): Promise<SendPage> {
  const rows = await db().$queryRaw<SummaryRow[]>`
    with page as materialized (${sendPageSql(filters, cursor, limit + 1)}),
    shown as materialized (select * from send where id = any(array(select id from page))),
    counted as materialized (
      select c.send_id, jsonb_object_agg(c.status, c.n) as counts from (
        select k.send_id, k.status, sum(k.delta)::int as n from send_count k
        where k.send_id = any(array(select id from page)) group by k.send_id, k.status having sum(k.delta) <> 0
      ) c group by c.send_id
    ), alone as materialized (
      select distinct on (r.send_id) r.send_id, r.phone from recipient r
      where r.send_id = any(array(select id from shown where recipient_count = 1))
    )
    select s.id, s.created_at, s.gateway::text, s.recipient_count, s.resend_of_id is not null as is_resend,
      s.is_test, s.state::text, s.paused_why, s.starts_at, s.time_zone, s.follows_how,
      left(coalesce(s.message->>'header', s.message->>'body'), 400) as text,
      u.id as user_id, u.name as user_name, t.id as template_id, t.name as template_name, alone.phone, counted.counts,
      replied.n as replied
    from shown s
    left join "user" u on u.id = s.created_by_id
    left join list_template t on t.id = s.template_id
    left join alone on alone.send_id = s.id
    left join counted on counted.send_id = s.id
    cross join lateral (
      select count(*)::int as n from (
        select from recipient r where r.send_id = s.id and r.replied_at is not null limit ${MOST_REPLIED + 1}
      ) c
    ) replied
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
  replied: { count: Math.min(row.replied, MOST_REPLIED), isMore: row.replied > MOST_REPLIED },
  isResend: row.is_resend,
  isTest: row.is_test,
  state: row.state,
  pausedWhy: row.paused_why,
  startsAt: row.starts_at?.toISOString() ?? null,
  timeZone: row.time_zone,
  followsHow: row.follows_how,
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

const viewSelect = {
  id: true,
  createdAt: true,
  message: true,
  gateway: true,
  includeRecipientType: true,
  recipientCount: true,
  templateVersion: true,
  isTest: true,
  state: true,
  pausedWhy: true,
  pausedCode: true,
  startsAt: true,
  startedAt: true,
  finishedAt: true,
  timeZone: true,
  quietFrom: true,
  quietUntil: true,
  canarySize: true,
  canaryMinutes: true,
  canaryMaxShare: true,
  canaryPassedAt: true,
  brakeAfter: true,
  includesClosed: true,
  perSecond: true,
  followsHow: true,
  createdBy: { select: { id: true, name: true } },
  template: { select: { id: true, name: true, version: true } },
  resendOf: { select: { id: true, sendId: true } },
  follows: { select: { id: true, createdAt: true } },
  followedBy: {
    select: { id: true, createdAt: true, followsHow: true, recipientCount: true, state: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 20,
  },
} satisfies Prisma.SendSelect

/** One Send with how many of its recipients stand where, and its recipient where it has only one. */
export async function getSend(actor: Actor, id: string): Promise<SendView | null> {
  const [send, counts, replied] = await Promise.all([
    db().send.findUnique({ where: { id }, select: viewSelect }),
    countByStatus(id),
    db().recipient.count({ where: { sendId: id, repliedAt: { not: null } } }),
  ])
  if (!send) return null
  const [pace, [first, second]] = await Promise.all([
    db().gatewayPace.findUnique({
      where: { gateway: send.gateway },
      select: { perSecond: true, share: true, stoppedCode: true },
    }),
    // Not with the Send: of a Send to many it would be all of them, cut to two at last.
    send.recipientCount <= 1
      ? db().recipient.findMany({ where: { sendId: id }, select: recipientSelect, take: 2 })
      : [],
  ])
  const only = first && !second ? first : null
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
    counts,
    replied,
    isTest: send.isTest,
    state: send.state,
    pausedWhy: send.pausedWhy as PausedWhy | null,
    pausedCode: send.pausedCode,
    startsAt: send.startsAt?.toISOString() ?? null,
    startedAt: send.startedAt?.toISOString() ?? null,
    finishedAt: send.finishedAt?.toISOString() ?? null,
    ...planOf(send),
    pace: { own: send.perSecond, gateway: pace?.perSecond ?? PACE.default, share: pace?.share ?? 1 },
    stoppedCode: countAtWork(counts) > 0 ? (pace?.stoppedCode ?? null) : null,
    resendOf: send.resendOf && { sendId: send.resendOf.sendId, recipientId: String(send.resendOf.id) },
    follows: send.follows && {
      sendId: send.follows.id,
      how: (send.followsHow ?? 'failed') as FollowsHow,
      createdAt: send.follows.createdAt.toISOString(),
    },
    followedBy: send.followedBy.map(({ id: sendId, createdAt, followsHow, recipientCount, state }) => ({
      sendId,
      how: (followsHow ?? 'failed') as FollowsHow,
      createdAt: createdAt.toISOString(),
      recipientCount,
      state,
    })),
    recipient: only && toRecipientView(only, only.repliedAt ? await listReplies(actor, only.id) : []),
  }
}

type PlanRow = Prisma.SendGetPayload<{ select: typeof viewSelect }>

function planOf(send: PlanRow): Pick<SendView, 'timeZone' | 'quiet' | 'canary' | 'brakeAfter' | 'includesClosed'> {
  const { timeZone, quietFrom, quietUntil, canarySize, canaryMinutes, canaryMaxShare, canaryPassedAt } = send
  return {
    timeZone,
    quiet: quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil },
    canary:
      canarySize === null
        ? null
        : {
            size: canarySize,
            minutes: canaryMinutes ?? 0,
            maxShare: canaryMaxShare ?? 0,
            passedAt: canaryPassedAt?.toISOString() ?? null,
          },
    brakeAfter: send.brakeAfter,
    includesClosed: send.includesClosed,
  }
}

/** Summed from what each change added: never by counting the recipients. */
async function countByStatus(sendId: string): Promise<StatusCounts> {
  const rows = await db().$queryRaw<{ status: DeliveryStatus; count: number }[]>`
    select status::text, sum(delta)::int as count from send_count
    where send_id = ${sendId}::uuid group by status having sum(delta) <> 0`
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]))
}

/** The message as that Send froze it: what "Duplicar para o editor" opens. */
export async function getSendMessage(_actor: Actor, id: string): Promise<ListMessage | null> {
  const send = await db().send.findUnique({ where: { id }, select: { message: true } })
  return send && frozen(send.message)
}

// Checked before it was frozen, and not again: should a limit change, what was sent must still be shown.
const frozen = (message: Prisma.JsonValue) => message as ListMessage
