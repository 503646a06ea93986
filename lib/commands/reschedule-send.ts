import { db } from '@/lib/db/client'
import { isAboutValues } from '@/lib/db/sql-state'
import { wakeWorkersSql } from '@/lib/db/wake-workers'
import { type ActionResult, fail, succeed } from '@/lib/domain/action-result'
import type { Actor } from '@/lib/domain/actor'
import type { QuietHours } from '@/lib/domain/quiet-hours'

/**
 * @property startsAt ISO 8601 with its offset; null, or a moment that has passed, is now
 * @property quiet in `timeZone`; null for none
 */
export type RescheduleInput = { sendId: string; startsAt: string | null; timeZone: string; quiet: QuietHours | null }

/** Another time for a Send that has not started; `tooLate` once it has, or is over. */
export async function rescheduleSend(
  _actor: Actor,
  { sendId, startsAt, timeZone, quiet }: RescheduleInput,
): Promise<ActionResult<null, 'notFound' | 'tooLate'>> {
  const at = startsAt === null ? null : new Date(startsAt)
  try {
    const [changed] = await db().$queryRaw<{ state: string }[]>`
      update send set starts_at = ${at}::timestamptz, time_zone = ${timeZone}, quiet_from = ${quiet?.from ?? null}::int,
        quiet_until = ${quiet?.until ?? null}::int,
        state = case when state = 'scheduled' and coalesce(${at}::timestamptz, now()) <= now()
          then 'running'::send_state else state end
      where id = ${sendId}::uuid and state in ('preparing', 'scheduled') and (now() at time zone ${timeZone}) is not null
      returning state::text`
    if (changed) {
      await db().$executeRaw(wakeWorkersSql)
      return succeed(null)
    }
  } catch (error) {
    if (isAboutValues(error)) return fail('invalid', { fieldErrors: { timeZone: 'timeZoneInvalid' } })
    throw error
  }
  const exists = await db().send.findUnique({ where: { id: sendId }, select: { id: true } })
  return fail(exists ? 'tooLate' : 'notFound')
}
