import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db/client'
import { toContactColumns, toKnownTags } from '@/lib/db/contact'
import type { Prisma } from '@/lib/db/generated/client'
import { type ActionResult, fail, succeed } from '@/lib/domain/action-result'
import type { UserActor } from '@/lib/domain/actor'
import { CONTACT_NAME_LENGTH, FIELD_VALUE_LENGTH } from '@/lib/domain/contact'
import { toPersonKey } from '@/lib/domain/person-key'
import { repairPhone } from '@/lib/domain/phone-repair'
import type { ListAsContacts } from '@/lib/domain/recipient-list'
import { distinctTags, TAG_LIMIT } from '@/lib/domain/template-tags'

const BATCH = 2_000
const TRANSACTION = { maxWait: 10_000, timeout: 60_000 }

/** @property skipped lines without a phone that can be dialled, or of somebody who stands higher up */
export type SavedContacts = { created: number; updated: number; skipped: number }

type Person = { person: string; phone: string; name: string; fields: Record<string, string> }

/**
 * Writes the people of a list down as contacts: new ones, and to those who are there already what the list says of them
 * and they did not have, or had otherwise; tags are added. Nobody's opting out changes. In batches, each of which stands
 * by itself: done again after a break it comes to the same. Fails with `gone`.
 */
export async function saveListAsContacts(
  actor: UserActor,
  { listId, tags, mapping, fields }: ListAsContacts,
): Promise<ActionResult<SavedContacts, 'gone'>> {
  const list = await db().recipientList.findFirst({
    where: { id: listId, createdById: actor.userId, state: { in: ['read', 'judging', 'judged'] } },
    select: { id: true },
  })
  if (!list) return fail('gone')
  const known = await db().contactField.findMany({ where: { key: { in: Object.keys(fields) } }, select: { key: true } })
  const columns = known.flatMap(({ key }) => (fields[key] === undefined ? [] : [[key, fields[key]] as const]))
  const worded = await toKnownTags(db(), tags)

  const saved: SavedContacts = { created: 0, updated: 0, skipped: 0 }
  let after = 0
  for (;;) {
    const rows = await db().recipientListRow.findMany({
      where: { listId, line: { gt: after } },
      orderBy: { line: 'asc' },
      take: BATCH,
      select: { line: true, cells: true },
    })
    const people = new Map<string, Person>()
    rows.forEach(({ cells }, i) => {
      if (after === 0 && i === 0 && mapping.hasHeader) return
      const person = toPerson(cells, mapping, columns)
      if (person && !people.has(person.person)) people.set(person.person, person)
      else saved.skipped += 1
    })
    const { created } = await db().$transaction((tx) => writePeople(tx, [...people.values()], worded), TRANSACTION)
    saved.created += created
    saved.updated += people.size - created
    after = rows.at(-1)?.line ?? after
    if (rows.length < BATCH) return succeed(saved)
  }
}

const oneLine = (text: string, length: number) =>
  text
    .replace(/[\0\p{Surrogate}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, length)

function toPerson(
  cells: string[],
  mapping: ListAsContacts['mapping'],
  columns: readonly (readonly [string, number])[],
): Person | null {
  const read = repairPhone(cells[mapping.phone] ?? '')
  if (!read.ok) return null
  return {
    person: toPersonKey(read.phone),
    phone: read.phone,
    name: mapping.name === null ? '' : oneLine(cells[mapping.name] ?? '', CONTACT_NAME_LENGTH),
    fields: Object.fromEntries(
      columns.flatMap(([key, column]) => {
        const value = oneLine(cells[column] ?? '', FIELD_VALUE_LENGTH)
        return value ? [[key, value]] : []
      }),
    ),
  }
}

async function writePeople(
  tx: Prisma.TransactionClient,
  people: Person[],
  tags: string[],
): Promise<{ created: number }> {
  const keys = people.map(({ person }) => person).sort()
  // In one order everywhere: two imports of the same people wait for each other rather than for ever.
  await tx.$queryRaw`select 1 from contact where person = any(${keys}::text[]) order by id for update`
  const there = await tx.contact.findMany({
    where: { person: { in: keys } },
    select: { person: true, phone: true, name: true, tags: true, fields: true },
  })
  const before = new Map(there.map((contact) => [contact.person, contact]))
  const rows = people.map((person) => {
    const old = before.get(person.person)
    const oldFields = (old?.fields ?? {}) as Record<string, string>
    const merged = {
      phone: old?.phone ?? person.phone,
      name: person.name || old?.name || '',
      tags: distinctTags([...(old?.tags ?? []), ...tags]).slice(0, TAG_LIMIT),
      fields: { ...oldFields, ...person.fields },
    }
    const { searchText, ...columns } = toContactColumns(merged)
    return { ...columns, id: randomUUID(), person: person.person, search_text: searchText }
  })
  const written = await tx.$queryRaw<{ isNew: boolean }[]>`
    insert into contact (id, person, phone, name, search_text, tags, fields, updated_at)
    select v.id, v.person, v.phone, v.name, v.search_text, array(select jsonb_array_elements_text(v.tags)), v.fields, now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as v(id uuid, person text, phone text, name text, search_text text, tags jsonb, fields jsonb)
    order by v.person
    on conflict (person) do update set name = excluded.name, tags = excluded.tags, fields = excluded.fields,
      search_text = excluded.search_text, updated_at = now()
    returning xmax = 0 as "isNew"`
  return { created: written.filter(({ isNew }) => isNew).length }
}
