import { db } from '@/lib/db/client'
import { type ActionResult, fail, succeed } from '@/lib/domain/action-result'
import type { Actor } from '@/lib/domain/actor'
import { type ChangeSendError, changeSend, waitForPosts } from './change-send'
import { finishSends } from './finish-sends'

/** So many at once: a tenth of a second's work. */
const BATCH = 2_000
/** For so long a press waits for them; the workers do the rest. */
const AT_ONCE_MS = 500

/**
 * Ends a Send for good, started or not. Once it has answered no request of it leaves: its state alone forbids that, even
 * while the workers still turn its waiting recipients into canceled ones. What has left is not called back. Twice is once.
 */
export async function cancelSend(
  actor: Actor,
  sendId: string,
): Promise<ActionResult<null, Extract<ChangeSendError, 'notFound' | 'tooLate'>>> {
  const canceled = await changeSend(sendId, async (tx, send) => {
    if (!send) return fail('notFound')
    if (send.state === 'finished') return fail('tooLate')
    if (send.state !== 'canceled')
      // Of a list that was not yet written down to its end, nobody else becomes a recipient.
      await tx.$executeRaw`
        update send set state = 'canceled', paused_why = null, paused_code = null,
          recipient_count = case when state = 'preparing'
            then (select count(*) from recipient r where r.send_id = send.id) else recipient_count end
        where id = ${sendId}::uuid`
    return succeed(null)
  })
  if (!canceled.ok) return canceled
  const until = performance.now() + AT_ONCE_MS
  while ((await cancelWaiting(actor, sendId)) > 0 && performance.now() < until);
  await waitForPosts(actor, sendId)
  await finishSends(actor)
  return canceled
}

/** queued or leased → canceled, for at most a batch of each of one canceled Send, or of any. Answers for how many. */
export async function cancelWaiting(_actor: Actor, sendId: string | null = null): Promise<number> {
  return (await cancelBatch('queued', sendId)) + (await cancelBatch('leased', sendId))
}

const cancelBatch = (status: 'queued' | 'leased', sendId: string | null) => db().$executeRaw`
  with waiting as (
    select one.id from send s cross join lateral (
      select r.id from recipient r where r.send_id = s.id and r.status = ${status}::delivery_status
      order by r.person
      limit ${BATCH}
      for update of r skip locked
    ) one
    where s.state = 'canceled' and s.finished_at is null and (${sendId}::uuid is null or s.id = ${sendId}::uuid)
    limit ${BATCH}
  )
  update recipient r
  set status = 'canceled', settled_at = now(), lease_owner = null, leased_until = null
  from waiting
  where r.id = waiting.id`
