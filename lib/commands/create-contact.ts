import { db } from '@/lib/db/client'
import { CONTACT_SELECT, toContactColumns, toContactView, toKnownTags } from '@/lib/db/contact'
import { type ActionResult, fail, succeed } from '@/lib/domain/action-result'
import type { UserActor } from '@/lib/domain/actor'
import type { ContactInput } from '@/lib/domain/contact'
import type { ContactView } from '@/lib/domain/contact-view'
import { toPersonKey } from '@/lib/domain/person-key'

/**
 * Adds a person. `id` is made by the browser: the same press, however often it arrives, adds one.
 * Fails with `taken`, naming whose it is, where somebody has the number, in whatever spelling.
 */
export async function createContact(
  _actor: UserActor,
  { id, ...input }: ContactInput & { id: string },
): Promise<ActionResult<ContactView, 'taken'>> {
  const tags = await toKnownTags(db(), input.tags)
  await db().contact.createMany({ data: { id, ...toContactColumns({ ...input, tags }) }, skipDuplicates: true })
  const contact = await db().contact.findUnique({
    where: { person: toPersonKey(input.phone) },
    select: CONTACT_SELECT,
  })
  if (!contact) throw new Error('A contact vanished while it was being added.')
  return contact.id === id ? succeed(toContactView(contact)) : takenBy(contact)
}

/** Names the contact that has a number. */
export const takenBy = ({ id, name, phone }: { id: string; name: string; phone: string }) =>
  fail('taken', { params: { id, name, phone } })
