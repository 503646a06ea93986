import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'

/** A Send has at most one row a status once it is summed up: fewer than these are not worth it. */
const WORTHWHILE = 24
/** Of one Send at once: a few milliseconds' work. */
const BATCH = 20_000

/**
 * Replaces the many small changes of a Send's counts by their sums, in one statement each, so that whoever counts sees
 * either the ones or the others. What is added meanwhile is a row of its own and stays; what another is summing up is
 * left to it. Answers for how many rows there were too many.
 */
export async function compactCounts(_actor: Actor): Promise<number> {
  const long = await db().$queryRaw<{ id: string }[]>`
    select send_id::text as id from send_count group by send_id having count(*) > ${WORTHWHILE}`
  let removed = 0
  for (const { id } of long) {
    const [row] = await db().$queryRaw<{ removed: number }[]>`
      with many as (
        select id from send_count where send_id = ${id}::uuid order by id limit ${BATCH} for update skip locked
      ), gone as (
        delete from send_count c using many where c.id = many.id returning c.send_id, c.status, c.delta
      ), kept as (
        insert into send_count (send_id, status, delta)
        select send_id, status, sum(delta) from gone group by send_id, status having sum(delta) <> 0
        returning 1
      )
      select ((select count(*) from gone) - (select count(*) from kept))::int as removed`
    removed += row?.removed ?? 0
  }
  return removed
}
