import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import { type PeopleFilter, statusesOf } from '@/lib/domain/people-group'
import { tellingReply } from '@/lib/domain/replies'
import type {
  RecipientPage,
  RecipientSummary,
  RecipientView,
  ReplyView,
  SkippedWhy,
  TroubleGroup,
} from '@/lib/domain/send-view'
import type { UnknownWhy } from '@/lib/domain/unknown-why'
import type { VariableValues } from '@/lib/domain/variable-values'
import { listTellingReplies } from './replies'

const PAGE = 50

const summarySelect = {
  id: true,
  phone: true,
  name: true,
  status: true,
  wamid: true,
  httpStatus: true,
  errorCode: true,
  errorTitle: true,
  unknownWhy: true,
  skippedWhy: true,
  settledAt: true,
  sentAt: true,
  deliveredAt: true,
  readAt: true,
  failedAt: true,
  repliedAt: true,
} satisfies Prisma.RecipientSelect

export const recipientSelect = {
  ...summarySelect,
  waId: true,
  values: true,
  attempt: true,
  createdAt: true,
  notBefore: true,
  sendingAt: true,
  errorDetails: true,
  answer: true,
  resend: { select: { id: true, createdAt: true } },
} satisfies Prisma.RecipientSelect

type SummaryRow = Prisma.RecipientGetPayload<{ select: typeof summarySelect }>
type ViewRow = Prisma.RecipientGetPayload<{ select: typeof recipientSelect }>

const toSummary = (row: SummaryRow, reply: RecipientSummary['reply']): RecipientSummary => ({
  id: String(row.id),
  phone: row.phone,
  name: row.name,
  status: row.status,
  wamid: row.wamid,
  httpStatus: row.httpStatus,
  errorCode: row.errorCode,
  errorTitle: row.errorTitle,
  unknownWhy: row.unknownWhy as UnknownWhy | null,
  skippedWhy: row.skippedWhy as SkippedWhy | null,
  settledAt: row.settledAt?.toISOString() ?? null,
  sentAt: row.sentAt?.toISOString() ?? null,
  deliveredAt: row.deliveredAt?.toISOString() ?? null,
  readAt: row.readAt?.toISOString() ?? null,
  failedAt: row.failedAt?.toISOString() ?? null,
  repliedAt: row.repliedAt?.toISOString() ?? null,
  reply,
})

export const toRecipientView = (row: ViewRow, replies: ReplyView[]): RecipientView => ({
  ...toSummary(row, tellingReply(replies)),
  replies,
  waId: row.waId,
  values: row.values as VariableValues | null,
  attempt: row.attempt,
  createdAt: row.createdAt.toISOString(),
  notBefore: row.notBefore.toISOString(),
  sendingAt: row.sendingAt?.toISOString() ?? null,
  errorDetails: row.errorDetails,
  answer: row.answer,
  resend: row.resend && { sendId: row.resend.id, createdAt: row.resend.createdAt.toISOString() },
})

/**
 * The recipients of a Send in the order of their person keys, which a Send has once each: `after` is the last key of the
 * page before. Each status of the group is read by its index up to the page's end, so that a page costs the same
 * however many people there are.
 */
export async function listRecipients(
  actor: Actor,
  sendId: string,
  { group, code, after = null, limit = PAGE }: PeopleFilter & { after?: string | null; limit?: number } = {},
): Promise<RecipientPage> {
  const page = await db().$queryRaw<{ id: bigint; person: string }[]>(
    recipientPageSql(sendId, { group, code }, after, limit + 1),
  )
  const shown = page.slice(0, limit)
  const rows = await db().recipient.findMany({
    where: { id: { in: shown.map(({ id }) => id) } },
    select: summarySelect,
    orderBy: { person: 'asc' },
  })
  const replies = await listTellingReplies(
    actor,
    rows.flatMap(({ id, repliedAt }) => (repliedAt ? [id] : [])),
  )
  return {
    recipients: rows.map((row) => toSummary(row, replies.get(row.id) ?? null)),
    nextCursor: page.length > limit ? (shown.at(-1)?.person ?? null) : null,
  }
}

/** Picks the ids of one page of a Send's people. */
export function recipientPageSql(
  sendId: string,
  { group, code }: PeopleFilter,
  after: string | null,
  limit: number,
): Prisma.Sql {
  const part = (status?: string) => {
    const conditions = [Prisma.sql`r.send_id = ${sendId}::uuid`]
    if (status) conditions.push(Prisma.sql`r.status = ${status}::delivery_status`)
    if (group === 'replied') conditions.push(Prisma.sql`r.replied_at is not null`)
    if (code !== undefined) conditions.push(Prisma.sql`r.error_code = ${code}`)
    if (after) conditions.push(Prisma.sql`r.person > ${after}`)
    return Prisma.sql`(select r.id, r.person from recipient r where ${Prisma.join(conditions, ' and ')} order by r.person limit ${limit})`
  }
  const parts = group && group !== 'replied' ? statusesOf(group).map(part) : [part()]
  return Prisma.sql`select id, person from (${Prisma.join(parts, ' union all ')}) one order by person limit ${limit}`
}

/** What befell those of a Send who failed, stayed uncertain or were left out, by what it was, the most first. */
export async function listTroubles(_actor: Actor, sendId: string): Promise<TroubleGroup[]> {
  const rows = await db().$queryRaw<
    { status: TroubleGroup['status']; code: number | null; why: string | null; title: string | null; count: number }[]
  >`
    select r.status::text, case when r.status = 'failed' then r.error_code end as code,
      case r.status when 'unconfirmed' then r.unknown_why when 'skipped' then r.skipped_why end as why,
      min(r.error_title) filter (where r.status = 'failed') as title, count(*)::int as count
    from recipient r
    where r.send_id = ${sendId}::uuid and r.status in ('failed', 'unconfirmed', 'skipped')
    group by 1, 2, 3
    order by count desc, code, why`
  return rows.map(({ status, code, why, title, count }) => {
    if (status === 'failed') return { status, code, title, count }
    if (status === 'unconfirmed') return { status, why: why as UnknownWhy | null, count }
    return { status, why: why as SkippedWhy | null, count }
  })
}
