import type { ContactInput } from './contact'
import type { ContactView } from './contact-view'
import { distinctTags, TAG_LIMIT } from './template-tags'

type Known = Pick<ContactView, 'optedOutAt' | 'lastInboundAt' | 'createdAt'>

/** What one's form adds to a contact: a name where there was none, tags as far as they fit, columns that were empty. */
export const withAdded = <Contact extends ContactInput>(
  contact: Contact,
  { name, tags, fields }: Pick<ContactInput, 'name' | 'tags' | 'fields'>,
): Contact => ({
  ...contact,
  name: contact.name || name,
  tags: distinctTags([...contact.tags, ...tags]).slice(0, TAG_LIMIT),
  fields: { ...fields, ...contact.fields },
})

/**
 * Two contacts of one person as one. What the first says stands, the second fills its gaps; who opted out once has opted
 * out, since the earlier of both; the last message is the newer one.
 */
export function mergeContacts<Contact extends ContactInput & Known>(kept: Contact, other: Contact): Contact {
  return {
    ...withAdded(kept, other),
    optedOutAt: firstOf(kept.optedOutAt, other.optedOutAt),
    lastInboundAt: lastOf(kept.lastInboundAt, other.lastInboundAt),
    createdAt: firstOf(kept.createdAt, other.createdAt) ?? kept.createdAt,
  }
}

const inOrder = (a: string | null, b: string | null) => [a, b].filter((at) => at !== null).sort()
const firstOf = (a: string | null, b: string | null): string | null => inOrder(a, b)[0] ?? null
const lastOf = (a: string | null, b: string | null): string | null => inOrder(a, b).at(-1) ?? null
