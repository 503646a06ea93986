import { Prisma } from '@/lib/db/generated/client'
import { statusRankSql } from '@/lib/db/status-rank-sql'
import type { Actor } from '@/lib/domain/actor'
import { TOLD_STATUSES } from '@/lib/domain/status-advance'

const RANK_NOW = statusRankSql(Prisma.sql`r.status`)
const RANK_TOLD = statusRankSql(Prisma.sql`e.status`)
const TIMES = Prisma.sql`coalesce(t.sent_at, r.sent_at), coalesce(t.delivered_at, r.delivered_at),
  coalesce(t.read_at, r.read_at), coalesce(t.failed_at, r.failed_at)`
const CLIMBS = Prisma.sql`(t.rank > ${RANK_NOW})`

/**
 * Brings the recipients of these messages to where all that was ever told of them puts them: the same end in any order.
 * Each time is that of its event. Who turns out to have been reached after all has no error any more.
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
      (sent_at, delivered_at, read_at, failed_at) = row(${TIMES}),
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
      or (r.sent_at, r.delivered_at, r.read_at, r.failed_at) is distinct from (${TIMES}))`
}
