import { Prisma } from '@/lib/db/generated/client'
import { statusRankSql } from '@/lib/db/status-rank-sql'
import type { Actor } from '@/lib/domain/actor'
import { TOLD_STATUSES } from '@/lib/domain/status-advance'

const RANK_NOW = statusRankSql(Prisma.sql`r.status`)
const RANK_TOLD = statusRankSql(Prisma.sql`e.status`)
const CLIMBS = Prisma.sql`(t.rank > ${RANK_NOW})`

/**
 * Brings the recipients of these messages to where all that was ever told of them puts them: the same end in any order.
 * A time that is there stays. Who turns out to have been reached after all has no error any more.
 * The caller's transaction holds the recipients.
 */
export async function applyStatusEvents(
  _actor: Actor,
  tx: Prisma.TransactionClient,
  wamids: readonly string[],
): Promise<number> {
  if (wamids.length === 0) return 0
  return tx.$executeRaw`
    update recipient r
    set status = case when ${CLIMBS} then t.top::delivery_status else r.status end,
      sent_at = coalesce(r.sent_at, t.sent_at), delivered_at = coalesce(r.delivered_at, t.delivered_at),
      read_at = coalesce(r.read_at, t.read_at), failed_at = coalesce(r.failed_at, t.failed_at),
      error_code = case when ${CLIMBS} then t.error_code else r.error_code end,
      error_title = case when ${CLIMBS} then t.error_title else r.error_title end,
      error_details = case when ${CLIMBS} then t.error_details else r.error_details end,
      unknown_why = case when ${CLIMBS} then null else r.unknown_why end
    from (
      select told.*, f.error_code, f.error_title, f.error_details
      from (
        select e.wamid, max(${RANK_TOLD}) as rank, (array_agg(e.status order by ${RANK_TOLD} desc))[1] as top,
          max(e.at) filter (where e.status = 'sent') as sent_at,
          max(e.at) filter (where e.status = 'delivered') as delivered_at,
          max(e.at) filter (where e.status = 'read') as read_at,
          max(e.at) filter (where e.status = 'failed') as failed_at
        from status_event e
        where e.wamid = any(${[...wamids]}::text[]) and e.status = any(${[...TOLD_STATUSES]}::text[])
        group by e.wamid
      ) told
      left join status_event f on told.top = 'failed' and f.wamid = told.wamid and f.status = 'failed'
    ) t
    where r.wamid = t.wamid and (${CLIMBS}
      or (r.sent_at is null and t.sent_at is not null) or (r.delivered_at is null and t.delivered_at is not null)
      or (r.read_at is null and t.read_at is not null) or (r.failed_at is null and t.failed_at is not null))`
}
