import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import type { ClaimedRecipient } from './claim-recipients'

/** @property leaseMs how long until a recipient without an outcome counts as uncertain: more than a request can take */
export type StartSendingInput = { owner: string; recipients: ClaimedRecipient[]; leaseMs: number }

/**
 * leased → sending, committed before the first request leaves: from here on a crash means "nobody can know".
 * Asked again after a lost answer it says the same, so a worker may repeat it for recipients that it has not posted.
 * @returns the ids that may be posted; a missing one has lost its lease and must not be.
 */
export async function startSending(_actor: Actor, input: StartSendingInput): Promise<Set<bigint>> {
  const { owner, recipients, leaseMs } = input
  if (recipients.length === 0) return new Set()
  const started = await db().$queryRaw<{ id: bigint }[]>`
    update recipient r
    set status = 'sending', sending_at = now(), leased_until = now() + ${leaseMs} * interval '1 millisecond'
    from unnest(
      ${recipients.map(({ id }) => String(id))}::bigint[], ${recipients.map(({ attempt }) => attempt)}::int[]
    ) as mine (id, attempt)
    where r.id = mine.id and r.attempt = mine.attempt and r.lease_owner = ${owner}::uuid
      and r.status in ('leased', 'sending')
    returning r.id`
  return new Set(started.map(({ id }) => id))
}
