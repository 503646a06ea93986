import { Prisma } from '@/lib/db/generated/client'
import { statusRankSql } from '@/lib/db/status-rank-sql'
import type { Actor } from '@/lib/domain/actor'
import { TOLD_STATUSES } from '@/lib/domain/status-advance'

const RANK_NOW = statusRankSql(Prisma.sql`r.status`)
const RANK_TOLD = statusRankSql(Prisma.sql`e.status`)
/** One message has one failure at the most. */
const ofFailure = (column: 'error_code' | 'error_title' | 'error_details') =>
  Prisma.raw(`case when told.top = 'failed' then told.failed_${column} end as ${column}`)
const TIMES = Prisma.sql`coalesce(t.sent_at, r.sent_at), coalesce(t.delivered_at, r.delivered_at),
  coalesce(t.read_at, r.read_at), coalesce(t.failed_at, r.failed_at)`
const CLIMBS = Prisma.sql`(t.rank > ${RANK_NOW})`

/**
 * Brings these recipients, by their message's id, to where all that was ever told of it puts them: the same end in any
 * order. Each time is that of its event. Who turns out to have been reached after all has no error any more.
 * The caller's transaction holds the recipients. They are named by their own ids too: a planner that had to find them by a
 * join would read all there are.
 */
export async function applyStatusEvents(
  _actor: Actor,
  tx: Prisma.TransactionClient,
  recipients: ReadonlyMap<string, bigint>,
): Promise<number> {
  if (recipients.size === 0) return 0
  return tx.$executeRaw`
    update recipient r
    set status = case when ${CLIMBS} then t.top::delivery_status else r.status end,
      (sent_at, delivered_at, read_at, failed_at) = row(${TIMES}),
      error_code = case when ${CLIMBS} then t.error_code else r.error_code end,
      error_title = case when ${CLIMBS} then t.error_title else r.error_title end,
      error_details = case when ${CLIMBS} then t.error_details else r.error_details end,
      unknown_why = case when ${CLIMBS} then null else r.unknown_why end
    from (
      select told.*, ${ofFailure('error_code')}, ${ofFailure('error_title')}, ${ofFailure('error_details')}
      from (
        select e.wamid, max(${RANK_TOLD}) as rank, (array_agg(e.status order by ${RANK_TOLD} desc))[1] as top,
          max(e.at) filter (where e.status = 'sent') as sent_at,
          max(e.at) filter (where e.status = 'delivered') as delivered_at,
          max(e.at) filter (where e.status = 'read') as read_at,
          max(e.at) filter (where e.status = 'failed') as failed_at,
          max(e.error_code) filter (where e.status = 'failed') as failed_error_code,
          max(e.error_title) filter (where e.status = 'failed') as failed_error_title,
          max(e.error_details) filter (where e.status = 'failed') as failed_error_details
        from status_event e
        where e.wamid = any(${[...recipients.keys()]}::text[]) and e.status = any(${[...TOLD_STATUSES]}::text[])
        group by e.wamid
      ) told
    ) t
    where r.id = any(${[...recipients.values()].map(String)}::bigint[]) and r.wamid = t.wamid and (${CLIMBS}
      or (r.sent_at, r.delivered_at, r.read_at, r.failed_at) is distinct from (${TIMES}))`
}
