import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import type { FrozenSend } from '@/lib/domain/frozen-send'
import type { ListMessage } from '@/lib/domain/list-message'

/** The Sends with these ids, as dispatching needs them. */
export async function listFrozenSends(_actor: Actor, ids: string[]): Promise<FrozenSend[]> {
  const sends = await db().send.findMany({
    where: { id: { in: ids } },
    select: { id: true, message: true, gateway: true, includeRecipientType: true },
  })
  // Checked when it was recorded, and not again: a rule made since must not touch what is frozen.
  return sends.map((send) => ({ ...send, message: send.message as ListMessage }))
}
