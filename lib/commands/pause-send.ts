import { setTimeout as wait } from 'node:timers/promises'
import { db } from '@/lib/db/client'
import { type ActionResult, fail, succeed } from '@/lib/domain/action-result'
import type { Actor } from '@/lib/domain/actor'
import { type ChangeSendError, changeSend, LOOK_MS, waitForPosts } from './change-send'
import { POST_WITHIN_MS } from './start-sending'

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
  await returnLeased(sendId)
  await waitForPosts(actor, sendId)
  return paused
}

/**
 * leased → queued: their worker finds that they are its own no more, and posts none of them. One that it is just asking for
 * is passed over, and looked at again: to wait for it, while it waits for another of ours, would be a deadlock.
 */
async function returnLeased(sendId: string): Promise<void> {
  for (const until = performance.now() + POST_WITHIN_MS; performance.now() < until; await wait(LOOK_MS)) {
    await db().$executeRaw`
      with waiting as (
        select id from recipient where send_id = ${sendId}::uuid and status = 'leased'
        order by id for update skip locked
      )
      update recipient r set status = 'queued', lease_owner = null, leased_until = null
      from waiting where r.id = waiting.id`
    const [row] = await db().$queryRaw<{ left: boolean }[]>`
      select exists (select from recipient where send_id = ${sendId}::uuid and status = 'leased') as left`
    if (!row?.left) return
  }
}
