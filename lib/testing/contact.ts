import { randomUUID } from 'node:crypto'
import { mint } from '@/lib/auth/session'
import { createContact } from '@/lib/commands/create-contact'
import { db } from '@/lib/db/client'
import type { UserActor } from '@/lib/domain/actor'
import type { ContactInput } from '@/lib/domain/contact'

/** Somebody who may act. */
export const makePerson = async (): Promise<UserActor> =>
  mint(await db().user.create({ data: { name: 'Ana', email: `ana-${randomUUID()}@example.com` } }))

type Made = Partial<ContactInput> & { optedOutAt?: Date; lastInboundAt?: Date; createdAt?: Date }

/** Contacts with what is given of them, each with a number of its own, and answers their ids. */
export async function makeContacts(actor: UserActor, contacts: Made[]): Promise<string[]> {
  const ids: string[] = []
  for (const [i, { optedOutAt, lastInboundAt, createdAt, ...input }] of contacts.entries()) {
    const id = randomUUID()
    const phone = `+55119${String(i).padStart(4, '0')}5555`
    const made = await createContact(actor, { id, name: '', phone, tags: [], fields: {}, ...input })
    if (!made.ok) throw new Error(`The contact could not be made: ${made.error.code}`)
    await db().contact.update({ where: { id }, data: { optedOutAt, lastInboundAt, createdAt } })
    ids.push(id)
  }
  return ids
}
