import { db } from '@/lib/db/client'
import { type ActionResult, fail, succeed } from '@/lib/domain/action-result'
import type { Actor } from '@/lib/domain/actor'
import { type ChangeSendError, changeSend, waitForPosts } from './change-send'

/**
 * running → paused, by a person. Once it has answered no request leaves until somebody resumes it; what workers had
 * claimed is back in the queue. Twice is once, and one that paused itself keeps its reason.
 */
export async function pauseSend(
  actor: Actor,
  sendId: string,
): Promise<ActionResult<null, Exclude<ChangeSendError, 'notPaused'>>> {
  const paused = await changeSend(sendId, async (tx, send) => {
    if (!send) return fail('notFound')
    if (send.state === 'finished' || send.state === 'canceled') return fail('tooLate')
    if (send.state === 'preparing' || send.state === 'scheduled') return fail('notStarted')
    if (send.state === 'running')
      await tx.$executeRaw`
        update send set state = 'paused', paused_why = 'person', paused_code = null where id = ${sendId}::uuid`
    return succeed(null)
  })
  if (!paused.ok) return paused
  // Their worker finds that they are its own no more, and posts none of them.
  await db().$executeRaw`
    update recipient set status = 'queued', lease_owner = null, leased_until = null
    where send_id = ${sendId}::uuid and status = 'leased'`
  await waitForPosts(actor, sendId)
  return paused
}
