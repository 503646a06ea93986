import { type ContactInput, contactSearchText } from '@/lib/domain/contact'
import type { ContactView } from '@/lib/domain/contact-view'
import { toPersonKey } from '@/lib/domain/person-key'
import { type TagCount, tagKey, toTagCounts } from '@/lib/domain/template-tags'
import { Prisma } from './generated/client'

export const CONTACT_SELECT = {
  id: true,
  name: true,
  phone: true,
  tags: true,
  fields: true,
  optedOutAt: true,
  lastInboundAt: true,
  createdAt: true,
  updatedAt: true,
} as const satisfies Prisma.ContactSelect

type ContactRow = Prisma.ContactGetPayload<{ select: typeof CONTACT_SELECT }>

export const toContactView = (row: ContactRow): ContactView => ({
  id: row.id,
  name: row.name,
  phone: row.phone,
  tags: row.tags,
  fields: readFields(row.fields),
  optedOutAt: row.optedOutAt?.toISOString() ?? null,
  lastInboundAt: row.lastInboundAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
})

const readFields = (json: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(json && typeof json === 'object' ? json : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )

/** The columns that follow from what a person has typed. */
export const toContactColumns = (input: ContactInput) => ({
  name: input.name,
  phone: input.phone,
  person: toPersonKey(input.phone),
  tags: input.tags,
  fields: input.fields,
  searchText: contactSearchText(input),
})

/** Holds the rows until the transaction ends, in one order everywhere, and answers those that there are. */
export async function lockContacts(tx: Prisma.TransactionClient, ids: readonly string[]): Promise<ContactView[]> {
  await tx.$queryRaw`select 1 from contact where id = any(${[...ids]}::uuid[]) order by id for update`
  const rows = await tx.contact.findMany({
    where: { id: { in: [...ids] } },
    select: CONTACT_SELECT,
    orderBy: { id: 'asc' },
  })
  return rows.map(toContactView)
}

export async function lockContact(tx: Prisma.TransactionClient, id: string): Promise<ContactView | null> {
  return (await lockContacts(tx, [id]))[0] ?? null
}

/** Writes tags, fields and what follows from them for many at once. */
export async function writeContacts(tx: Prisma.TransactionClient, contacts: readonly ContactView[]): Promise<void> {
  if (contacts.length === 0) return
  const rows = contacts.map((contact) => {
    const { name, tags, fields, searchText } = toContactColumns(contact)
    return { id: contact.id, name, tags, fields, search_text: searchText }
  })
  await tx.$executeRaw`
    update contact c
    set name = v.name, tags = array(select jsonb_array_elements_text(v.tags)), fields = v.fields,
      search_text = v.search_text, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as v(id uuid, name text, tags jsonb, fields jsonb, search_text text)
    where c.id = v.id`
}

/** Every tag of contacts just as it is written. */
export const readContactTagSpellings = (tx: Prisma.TransactionClient): Promise<TagCount[]> =>
  tx.$queryRaw<TagCount[]>`
    select tag, count(*)::int as count from contact, unnest(tags) as tag group by tag order by tag`

/** Words tags as they are written already, where they are in use. */
export async function toKnownTags(tx: Prisma.TransactionClient, tags: readonly string[]): Promise<string[]> {
  if (tags.length === 0) return []
  const known = new Map(toTagCounts(await readContactTagSpellings(tx)).map(({ tag }) => [tagKey(tag), tag]))
  return tags.map((tag) => known.get(tagKey(tag)) ?? tag)
}

/** Whether a write was refused because somebody else has what must be unique. */
export const isTaken = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
