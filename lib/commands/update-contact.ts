import { db } from '@/lib/db/client'
import { CONTACT_SELECT, isTaken, lockContact, toContactColumns, toContactView, toKnownTags } from '@/lib/db/contact'
import { type ActionResult, fail, succeed } from '@/lib/domain/action-result'
import type { UserActor } from '@/lib/domain/actor'
import type { ContactInput } from '@/lib/domain/contact'
import type { ContactView } from '@/lib/domain/contact-view'
import { toPersonKey } from '@/lib/domain/person-key'
import { takenBy } from './create-contact'

/**
 * Writes a contact anew. With another phone, nothing was ever received from them: a window belongs to its number.
 * Fails with `gone`, or with `taken`, naming whose it is, where somebody else has the number.
 */
export async function updateContact(
  _actor: UserActor,
  { id, ...input }: ContactInput & { id: string },
): Promise<ActionResult<ContactView, 'taken' | 'gone'>> {
  const person = toPersonKey(input.phone)
  const attempt = () =>
    db().$transaction(async (tx) => {
      const contact = await lockContact(tx, id)
      if (!contact) return fail('gone')
      const other = await tx.contact.findFirst({ where: { person, id: { not: id } } })
      if (other) return takenBy(other)
      const tags = await toKnownTags(tx, input.tags)
      const isOtherPhone = toPersonKey(contact.phone) !== person
      const row = await tx.contact.update({
        where: { id },
        data: { ...toContactColumns({ ...input, tags }), ...(isOtherPhone && { lastInboundAt: null }) },
        select: CONTACT_SELECT,
      })
      return succeed(toContactView(row))
    })
  try {
    return await attempt()
  } catch (error) {
    // Somebody took the number in the same moment: the second look finds them.
    if (!isTaken(error)) throw error
    return attempt()
  }
}
