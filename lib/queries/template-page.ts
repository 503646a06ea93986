import { Prisma } from '@/lib/db/generated/client'
import { fold } from '@/lib/domain/fold'
import type { TemplateCursor, TemplateFilters, TemplateSort } from '@/lib/domain/template-filters'
import { toPattern } from './send-page'

/** The order of a Brazilian dictionary: "Água" stands before "Banco", "ébano" beside "Ebano". */
const NAME = Prisma.sql`name collate "pt-BR-x-icu"`
/** Never sent is longest ago. */
const LAST_SENT = Prisma.sql`coalesce(last_sent_at, '-infinity'::timestamptz)`

type Order = { keys: Prisma.Sql; descending: boolean; after: (cursor: TemplateCursor) => Prisma.Sql }

const at = (moment: string) => Prisma.sql`${moment}::timestamptz`
const uuid = (id: string) => Prisma.sql`${id}::uuid`

/** Each order ends in the id, so that no two lists share a place and a page ends between two of them. */
const ORDERS: Record<TemplateSort, Order> = {
  changed: {
    keys: Prisma.sql`updated_at, id`,
    descending: true,
    after: ({ savedAt, id }) => Prisma.sql`${at(savedAt)}, ${uuid(id)}`,
  },
  name: {
    keys: Prisma.sql`${NAME}, id`,
    descending: false,
    after: ({ name, id }) => Prisma.sql`${name}::text, ${uuid(id)}`,
  },
  lastSent: {
    keys: Prisma.sql`${LAST_SENT}, updated_at, id`,
    descending: true,
    after: ({ lastSentAt, savedAt, id }) => Prisma.sql`${at(lastSentAt ?? '-infinity')}, ${at(savedAt)}, ${uuid(id)}`,
  },
  mostUsed: {
    keys: Prisma.sql`times_used, updated_at, id`,
    descending: true,
    after: ({ timesUsed, savedAt, id }) => Prisma.sql`${timesUsed}::int, ${at(savedAt)}, ${uuid(id)}`,
  },
  newest: {
    keys: Prisma.sql`created_at, id`,
    descending: true,
    after: ({ createdAt, id }) => Prisma.sql`${at(createdAt)}, ${uuid(id)}`,
  },
}

const ORDER_BY: Record<TemplateSort, Prisma.Sql> = {
  changed: Prisma.sql`updated_at desc, id desc`,
  name: Prisma.sql`${NAME}, id`,
  lastSent: Prisma.sql`${LAST_SENT} desc, updated_at desc, id desc`,
  mostUsed: Prisma.sql`times_used desc, updated_at desc, id desc`,
  newest: Prisma.sql`created_at desc, id desc`,
}

/**
 * Picks one page of the library and by what each list in it is sorted. By keyset: a page costs the same at any depth.
 * Each word of the search must stand somewhere in a list's name, tags or texts. `tags` names each tag that is filtered
 * by with all its spellings.
 */
export function templatePageSql(
  { search, archived, sort }: Pick<TemplateFilters, 'search' | 'archived' | 'sort'>,
  tags: string[][],
  cursor: TemplateCursor | null,
  limit: number,
): Prisma.Sql {
  const { keys, descending, after } = ORDERS[sort]
  const conditions = [
    archived ? Prisma.sql`archived_at is not null` : Prisma.sql`archived_at is null`,
    ...fold(search)
      .split(' ')
      .filter(Boolean)
      .map((word) => Prisma.sql`search_text like ${toPattern(word)}`),
    ...tags.map((spellings) => Prisma.sql`tags && ${spellings}::text[]`),
  ]
  if (cursor) conditions.push(Prisma.sql`(${keys}) ${descending ? Prisma.sql`<` : Prisma.sql`>`} (${after(cursor)})`)
  return Prisma.sql`
    select id, name, updated_at, created_at, last_sent_at, times_used from list_template
    where ${Prisma.join(conditions, ' and ')} order by ${ORDER_BY[sort]} limit ${limit}`
}
