import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import type { DeliveryStatus } from '@/lib/domain/delivery-status'

/**
 * Whatever has nobody left to do for is finished, or canceled to its end: nobody queued, leased or sending. What is
 * uncertain does not hold it up. Answers for how many Sends.
 */
export async function finishSends(_actor: Actor): Promise<number> {
  return db().$executeRaw`
    with done as (
      select s.id from send s
      where s.finished_at is null and s.state in ('running', 'paused', 'canceled')
        and ${hasNone('queued')} and ${hasNone('leased')} and ${hasNone('sending')}
      for no key update of s skip locked
    )
    update send s
    set state = case when s.state = 'canceled' then s.state else 'finished' end, finished_at = now(),
      started_at = case when s.state = 'canceled' then s.started_at else coalesce(s.started_at, now()) end
    from done
    where s.id = done.id`
}

/** In an index's order, so that whoever is left is found, or found missing, without a look at all the others. */
const hasNone = (status: DeliveryStatus) => Prisma.sql`(
  select r.id from recipient r where r.send_id = s.id and r.status = ${status}::delivery_status
  order by r.person limit 1
) is null`
