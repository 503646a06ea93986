import { setTimeout as wait } from 'node:timers/promises'
import { db } from '@/lib/db/client'
import { enterGateSql } from '@/lib/db/gateway-gate'
import type { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import type { GatewayKind } from '@/lib/domain/gateway'
import type { SendState } from '@/lib/domain/send-state'
import { POST_WITHIN_MS } from './start-sending'

/** tooLate: it is over. notStarted: nothing of it leaves yet. */
export type ChangeSendError = 'notFound' | 'tooLate' | 'notStarted' | 'notPaused'

export type LockedSend = { id: string; state: SendState; gateway: GatewayKind }

const TRANSACTION = { maxWait: 5_000, timeout: 15_000 }

/**
 * Changes one Send behind its gateway's gate, where startSending judges: what is asked there after the commit sees the
 * change. The row is locked first, so that nobody waits at the gate for it.
 */
export function changeSend<Result>(
  sendId: string,
  change: (tx: Prisma.TransactionClient, send: LockedSend | null) => Promise<Result>,
): Promise<Result> {
  return db().$transaction(async (tx) => {
    const [send] = await tx.$queryRaw<LockedSend[]>`
      select id::text, state::text, gateway::text from send where id = ${sendId}::uuid for no key update`
    if (send) await tx.$queryRaw(enterGateSql(send.gateway))
    return change(tx, send ?? null)
  }, TRANSACTION)
}

/** How often it is looked whether workers are done with what a person has stopped. */
export const LOOK_MS = 50

/**
 * Until no request of this Send can still be about to leave: each that was allowed has its answer, or the time is over in
 * which it could start. To be asked once changeSend has committed what forbids new ones.
 */
export async function waitForPosts(_actor: Actor, sendId: string): Promise<void> {
  const until = performance.now() + POST_WITHIN_MS
  while (performance.now() < until) {
    const [row] = await db().$queryRaw<{ pending: boolean }[]>`
      select exists (
        select from recipient where send_id = ${sendId}::uuid and status = 'sending'
          and sending_at > now() - ${POST_WITHIN_MS} * interval '1 millisecond'
      ) as pending`
    if (!row?.pending) return
    await wait(LOOK_MS)
  }
}
