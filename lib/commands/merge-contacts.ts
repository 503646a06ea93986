import { db } from '@/lib/db/client'
import { CONTACT_SELECT, lockContacts, toContactColumns, toContactView } from '@/lib/db/contact'
import type { UserActor } from '@/lib/domain/actor'
import { mergeContacts as merge } from '@/lib/domain/contact-merge'
import type { ContactView } from '@/lib/domain/contact-view'

type Merge = {
  keepId: string
  otherId: string
  /** Whose number the one that stays has. */
  phoneOf: 'keep' | 'other'
}

/**
 * Makes two contacts one: the first stays, the second fills its gaps and is gone. Saved audiences that had the second by
 * hand have the first.
 * @returns null where one of them is not there.
 */
export async function mergeContacts(
  _actor: UserActor,
  { keepId, otherId, phoneOf }: Merge,
): Promise<ContactView | null> {
  if (keepId === otherId) return null
  return db().$transaction(async (tx) => {
    const contacts = await lockContacts(tx, [keepId, otherId])
    const kept = contacts.find(({ id }) => id === keepId)
    const other = contacts.find(({ id }) => id === otherId)
    if (!kept || !other) return null
    const one = merge(kept, other)
    await tx.$executeRaw`
      insert into audience_member (audience_id, contact_id)
      select audience_id, ${keepId}::uuid from audience_member where contact_id = ${otherId}::uuid
      on conflict do nothing`
    await tx.contact.delete({ where: { id: otherId } })
    const row = await tx.contact.update({
      where: { id: keepId },
      data: {
        ...toContactColumns({ ...one, phone: phoneOf === 'keep' ? kept.phone : other.phone }),
        optedOutAt: one.optedOutAt,
        lastInboundAt: one.lastInboundAt,
        createdAt: one.createdAt,
      },
      select: CONTACT_SELECT,
    })
    return toContactView(row)
  })
}
