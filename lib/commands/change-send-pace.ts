import { db } from '@/lib/db/client'
import { wakeWorkersSql } from '@/lib/db/wake-workers'
import { type ActionResult, fail, succeed } from '@/lib/domain/action-result'
import type { Actor } from '@/lib/domain/actor'

/**
 * Another pace of its own for a Send that is not over, from the next claim on.
 * @param input perSecond: messages a second; null for as fast as its gateway may
 */
export async function changeSendPace(
  _actor: Actor,
  { sendId, perSecond }: { sendId: string; perSecond: number | null },
): Promise<ActionResult<null, 'notFound' | 'tooLate'>> {
  const changed = await db().$executeRaw`
    update send set per_second = ${perSecond}::int, next_at = greatest(now(), next_at + interval '1 microsecond')
    where id = ${sendId}::uuid and finished_at is null and state <> 'canceled'`
  if (changed > 0) {
    await db().$executeRaw(wakeWorkersSql)
    return succeed(null)
  }
  const exists = await db().send.findUnique({ where: { id: sendId }, select: { id: true } })
  return fail(exists ? 'tooLate' : 'notFound')
}
