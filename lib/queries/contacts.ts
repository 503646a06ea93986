import { db } from '@/lib/db/client'
import { CONTACT_SELECT, toContactView } from '@/lib/db/contact'
import { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import {
  type ContactCursor,
  type ContactFilterInput,
  type ContactFilters,
  type ContactSort,
  contactFiltersSchema,
  toContactCursor,
} from '@/lib/domain/contact-filters'
import type { ContactTarget } from '@/lib/domain/contact-target'
import {
  CONTACTS_AT_ONCE,
  COUNTED_CONTACTS,
  type ContactCount,
  type ContactPage,
  type ContactView,
} from '@/lib/domain/contact-view'
import { everybodyWhere } from './audience-sql'
import { getAudienceRule } from './audiences'
import { contactConditions } from './contact-sql'

export const CONTACT_PAGE_SIZE = 50

/** The order of a Brazilian dictionary; who has no name comes last. */
const NAME = Prisma.sql`c.name = '', c.name collate "pt-BR-x-icu"`
/** Never is longest ago. */
const LAST_INBOUND = Prisma.sql`coalesce(c.last_inbound_at, '-infinity'::timestamptz)`

type Order = { by: Prisma.Sql; after: (cursor: ContactCursor) => Prisma.Sql }

/** Each order ends in the id, so that no two contacts share a place and a page ends between two of them. */
const ORDERS: Record<ContactSort, Order> = {
  newest: {
    by: Prisma.sql`c.created_at desc, c.id desc`,
    after: ({ createdAt, id }) => Prisma.sql`(c.created_at, c.id) < (${createdAt}::timestamptz, ${id}::uuid)`,
  },
  name: {
    by: Prisma.sql`${NAME}, c.id`,
    after: ({ name, id }) => Prisma.sql`(${NAME}, c.id) > (${name === ''}::boolean, ${name}::text, ${id}::uuid)`,
  },
  lastInbound: {
    by: Prisma.sql`${LAST_INBOUND} desc, c.created_at desc, c.id desc`,
    after: ({ lastInboundAt, createdAt, id }) => Prisma.sql`(${LAST_INBOUND}, c.created_at, c.id)
      < (${lastInboundAt ?? '-infinity'}::timestamptz, ${createdAt}::timestamptz, ${id}::uuid)`,
  },
}

/** One page of the contacts, in the order that the filters ask for; `after` is where the page before it ended. */
export async function listContacts(
  actor: Actor,
  { after, limit = CONTACT_PAGE_SIZE, ...input }: ContactFilterInput & { after?: ContactCursor; limit?: number },
): Promise<ContactPage> {
  const filters = contactFiltersSchema.parse(input)
  const order = ORDERS[filters.sort]
  const conditions = await conditionsOf(actor, filters)
  if (after) conditions.push(order.after(after))
  const places = await db().$queryRaw<{ id: string }[]>`
    select c.id from contact c ${whereAll(conditions)} order by ${order.by} limit ${limit + 1}`
  const rows = await db().contact.findMany({
    where: { id: { in: places.slice(0, limit).map(({ id }) => id) } },
    select: CONTACT_SELECT,
  })
  const byId = new Map(rows.map((row) => [row.id, toContactView(row)]))
  const contacts = places.slice(0, limit).flatMap(({ id }) => byId.get(id) ?? [])
  const last = contacts.at(-1)
  return { contacts, nextCursor: places.length > limit && last ? toContactCursor(last) : null }
}

/** How many there are, exact up to COUNTED_CONTACTS. */
export async function countContacts(actor: Actor, input: ContactFilterInput): Promise<ContactCount> {
  const conditions = await conditionsOf(actor, contactFiltersSchema.parse(input))
  const [row] = await db().$queryRaw<{ count: number }[]>`
    select count(*)::int as count
    from (select 1 from contact c ${whereAll(conditions)} limit ${COUNTED_CONTACTS + 1}) counted`
  const count = row?.count ?? 0
  return { count: Math.min(count, COUNTED_CONTACTS), more: count > COUNTED_CONTACTS }
}

/** The ids of those whom a change of many is for, up to as many as one press may change; the newest first. */
export async function listTargetIds(actor: Actor, target: ContactTarget): Promise<string[]> {
  if ('ids' in target) return target.ids
  const conditions = await conditionsOf(actor, target.filters)
  const rows = await db().$queryRaw<{ id: string }[]>`
    select c.id from contact c ${whereAll(conditions)}
    order by c.created_at desc, c.id desc limit ${CONTACTS_AT_ONCE}`
  return rows.map(({ id }) => id)
}

const EXPORTED_AT_ONCE = 1_000

/** All contacts that the filters show, some at a time: they need not fit into memory. In no order that means anything. */
export async function* exportContacts(actor: Actor, input: ContactFilterInput): AsyncGenerator<ContactView[]> {
  const conditions = await conditionsOf(actor, contactFiltersSchema.parse(input))
  for (let after: string | null = null; ; ) {
    const all: Prisma.Sql[] = after ? [...conditions, Prisma.sql`c.id > ${after}::uuid`] : conditions
    const places = await db().$queryRaw<{ id: string }[]>`
      select c.id from contact c ${whereAll(all)} order by c.id limit ${EXPORTED_AT_ONCE}`
    const rows = await db().contact.findMany({
      where: { id: { in: places.map(({ id }) => id) } },
      orderBy: { id: 'asc' },
      select: CONTACT_SELECT,
    })
    if (rows.length > 0) yield rows.map(toContactView)
    after = places.at(-1)?.id ?? null
    if (places.length < EXPORTED_AT_ONCE) return
  }
}

async function conditionsOf(actor: Actor, filters: ContactFilters): Promise<Prisma.Sql[]> {
  const conditions = contactConditions(filters)
  if (!filters.audience) return conditions
  const rule = await getAudienceRule(actor, filters.audience)
  // An audience that is gone has nobody.
  return [...conditions, rule ? everybodyWhere(rule) : Prisma.sql`false`]
}

const whereAll = (conditions: Prisma.Sql[]) =>
  conditions.length > 0 ? Prisma.sql`where ${Prisma.join(conditions, ' and ')}` : Prisma.empty
