import { db } from '@/lib/db/client'
import { lockContacts, toKnownTags, writeContacts } from '@/lib/db/contact'
import type { UserActor } from '@/lib/domain/actor'
import { distinctTags, isSameTag, TAG_LIMIT } from '@/lib/domain/template-tags'

/** @property full how many had no room for a tag more, and stayed as they were */
export type TaggedContacts = { changed: number; full: number }

/** Gives tags to many contacts and takes others off. One that is in use elsewhere keeps the spelling that it has there. */
export async function setContactsTags(
  _actor: UserActor,
  { ids, add, remove }: { ids: string[]; add: string[]; remove: string[] },
): Promise<TaggedContacts> {
  return db().$transaction(
    async (tx) => {
      const added = await toKnownTags(tx, add)
      const contacts = await lockContacts(tx, ids)
      const wanted = contacts.map((contact) => {
        const rest = contact.tags.filter((tag) => !remove.some((other) => isSameTag(tag, other)))
        return { before: contact.tags, contact: { ...contact, tags: distinctTags([...rest, ...added]) } }
      })
      const isFull = ({ contact }: (typeof wanted)[number]) => contact.tags.length > TAG_LIMIT
      const changed = wanted.filter((one) => !isFull(one) && one.before.join('\n') !== one.contact.tags.join('\n'))
      await writeContacts(
        tx,
        changed.map(({ contact }) => contact),
      )
      return { changed: changed.length, full: wanted.filter(isFull).length }
    },
    { timeout: 60_000 },
  )
}
