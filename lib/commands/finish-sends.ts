import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'

/**
 * Whatever has nobody left to do for is finished, or canceled to its end: nobody queued, leased or sending. What is
 * uncertain does not hold it up. Answers for how many Sends.
 */
export async function finishSends(_actor: Actor): Promise<number> {
  return db().$executeRaw`
    with done as (
      select s.id from send s
      where s.finished_at is null and s.state in ('running', 'paused', 'canceled')
        and not exists (
          select from recipient r where r.send_id = s.id and r.status in ('queued', 'leased', 'sending')
        )
      for no key update of s skip locked
    )
    update send s
    set state = case when s.state = 'canceled' then s.state else 'finished' end, finished_at = now(),
      started_at = case when s.state = 'canceled' then s.started_at else coalesce(s.started_at, now()) end
    from done
    where s.id = done.id`
}
