import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import type { UnknownWhy } from '@/lib/domain/unknown-why'

const STOPPED: UnknownWhy = 'workerStopped'
const BATCH = 1_000

/**
 * What a worker left behind: leased → queued, since nothing left yet; sending → unconfirmed, since the request may have.
 * Any number of workers may do this at once. At most a thousand a call.
 */
export async function releaseExpiredLeases(_actor: Actor): Promise<{ queued: number; unconfirmed: number }> {
  const released = await db().$queryRaw<{ status: 'queued' | 'unconfirmed'; count: number }[]>`
    with expired as (
      select id, status from recipient
      where leased_until < now() and status in ('leased', 'sending')
      order by leased_until
      limit ${BATCH}
      for update skip locked
    ), released as (
      update recipient r
      set status = case when expired.status = 'leased' then 'queued' else 'unconfirmed' end::delivery_status,
        unknown_why = case when expired.status = 'sending' then ${STOPPED} end,
        settled_at = case when expired.status = 'sending' then now() end,
        lease_owner = null, leased_until = null
      from expired
      where r.id = expired.id
      returning r.status
    )
    select status::text, count(*)::int as count from released group by status`
  const countOf = (status: string) => released.find((row) => row.status === status)?.count ?? 0
  return { queued: countOf('queued'), unconfirmed: countOf('unconfirmed') }
}
