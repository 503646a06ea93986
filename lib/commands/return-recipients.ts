import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import type { ClaimedRecipient } from './claim-recipients'

/**
 * leased or sending → queued, for recipients that a worker claimed and provably has not posted: it stops, or their
 * gateway is away. They keep their place in the queue.
 */
export async function returnRecipients(
  _actor: Actor,
  input: { owner: string; recipients: ClaimedRecipient[] },
): Promise<void> {
  const { owner } = input
  const recipients = input.recipients.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  if (recipients.length === 0) return
  await db().$executeRaw`
    update recipient r
    set status = 'queued', lease_owner = null, leased_until = null, sending_at = null
    from unnest(
      ${recipients.map(({ id }) => String(id))}::bigint[], ${recipients.map(({ attempt }) => attempt)}::int[]
    ) as mine (id, attempt)
    where r.id = mine.id and r.attempt = mine.attempt and r.lease_owner = ${owner}::uuid
      and r.status in ('leased', 'sending')`
}
