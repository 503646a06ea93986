import { CONNECTION_NAME } from '@/lib/db/connection'
import type { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import type { Attempt } from '@/lib/domain/callback-data'

/** The message that one attempt became, as a status told. */
export type NamedAttempt = Attempt & { wamid: string }

/**
 * An uncertain recipient gets the id of the message that its very attempt became, where its gateway is known to hand our
 * callback data back: unconfirmed → accepted. One that is still `sending` is left to its answer.
 */
export async function nameByCallback(
  _actor: Actor,
  tx: Prisma.TransactionClient,
  attempts: readonly NamedAttempt[],
): Promise<{ id: bigint; wamid: string; sendId: string }[]> {
  const once = [...new Map(attempts.map((one) => [one.id, one])).values()]
  const rows = [...new Map(once.map((one) => [one.wamid, one])).values()]
  if (rows.length === 0) return []
  return tx.$queryRaw<{ id: bigint; wamid: string; sendId: string }[]>`
    update recipient r
    set wamid = u.wamid, status = 'accepted', unknown_why = null, settled_at = now(), lease_owner = null, leased_until = null
    from unnest(
      ${rows.map(({ id }) => String(id))}::bigint[], ${rows.map(({ attempt }) => attempt)}::int[],
      ${rows.map(({ wamid }) => wamid)}::text[]
    ) as u (id, attempt, wamid)
    where r.id = u.id and r.attempt = u.attempt and r.status = 'unconfirmed' and r.wamid is null
      and exists (
        select from send s where s.id = r.send_id and (s.gateway = 'sandbox' or exists (
          select from connection c where c.name = ${CONNECTION_NAME} and c.passes_callback_data))
      )
      and not exists (select from recipient o where o.wamid = u.wamid)
    returning r.id, r.wamid, r.send_id::text as "sendId"`
}
