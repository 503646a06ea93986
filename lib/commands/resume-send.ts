import { wakeWorkersSql } from '@/lib/db/wake-workers'
import { type ActionResult, fail, succeed } from '@/lib/domain/action-result'
import type { Actor } from '@/lib/domain/actor'
import { type ChangeSendError, changeSend } from './change-send'

/**
 * paused → running. A person who resumes what paused itself has decided that it may go on: its first ones are on trial no
 * more, and its brake counts anew (`canary_passed_at`). Twice is once.
 */
export async function resumeSend(
  _actor: Actor,
  sendId: string,
): Promise<ActionResult<null, Exclude<ChangeSendError, 'notStarted'>>> {
  return changeSend(sendId, async (tx, send) => {
    if (!send) return fail('notFound')
    if (send.state === 'running') return succeed(null)
    if (send.state === 'finished' || send.state === 'canceled') return fail('tooLate')
    if (send.state !== 'paused') return fail('notPaused')
    await tx.$executeRaw`
      update send set state = 'running', next_at = now(), paused_why = null, paused_code = null,
        canary_passed_at = case
          when paused_why = 'canary' then now()
          when paused_why = 'brake' and (canary_size is null or canary_passed_at is not null) then now()
          else canary_passed_at end
      where id = ${sendId}::uuid`
    await tx.$executeRaw(wakeWorkersSql)
    return succeed(null)
  })
}
