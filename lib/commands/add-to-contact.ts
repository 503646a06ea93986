import { db } from '@/lib/db/client'
import { lockContact, toKnownTags, writeContacts } from '@/lib/db/contact'
import type { UserActor } from '@/lib/domain/actor'
import type { ContactInput } from '@/lib/domain/contact'
import { withAdded } from '@/lib/domain/contact-merge'
import type { ContactView } from '@/lib/domain/contact-view'

/**
 * Gives a contact what somebody typed for a new one with the same number: nothing that it says already is written over.
 * @returns null where there is no such contact.
 */
export async function addToContact(
  _actor: UserActor,
  { id, ...input }: Pick<ContactInput, 'name' | 'tags' | 'fields'> & { id: string },
): Promise<ContactView | null> {
  return db().$transaction(async (tx) => {
    const contact = await lockContact(tx, id)
    if (!contact) return null
    const next = withAdded(contact, { ...input, tags: await toKnownTags(tx, input.tags) })
    await writeContacts(tx, [next])
    return next
  })
}
