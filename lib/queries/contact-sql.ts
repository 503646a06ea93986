import { Prisma } from '@/lib/db/generated/client'
import { windowClosesAtSql } from '@/lib/db/window-sql'
import type { ContactFilters } from '@/lib/domain/contact-filters'
import type { ContactWindow } from '@/lib/domain/contact-window'
import { fold } from '@/lib/domain/fold'
import { toPhoneDigits } from '@/lib/domain/send-filters'
import { tagKey } from '@/lib/domain/template-tags'
import { toPattern } from './send-page'

// Conditions over `contact c`, each an SQL of its own.

/** As lib/domain/fold does it, for the scripts whose marks stand in one block. */
const FOLDED = Prisma.sql`lower(regexp_replace(normalize(tag, nfd), '[\u0300-\u036f]', '', 'g') collate "pt-BR-x-icu")`

/**
 * Who carries one of these tags, in whatever spelling. The spellings in use are looked up once for a query, so that its
 * index on tags serves it.
 */
export const hasAnyTag = (tags: readonly string[]): Prisma.Sql => Prisma.sql`c.tags && array(
  select tag from (select distinct unnest(tags) as tag from contact) spelt
  where tag = any(${[...tags]}::text[]) or ${FOLDED} = any(${tags.map(tagKey)}::text[]))`

/** Each word must stand somewhere in the name, the phone, the tags or the fields; a phone may be typed with its signs. */
export function matchesSearch(search: string): Prisma.Sql[] {
  const like = (text: string) => Prisma.sql`c.search_text like ${toPattern(text)}`
  const folded = fold(search)
  if (!folded) return []
  const words = folded.split(' ').map(like)
  const digits = toPhoneDigits(folded)
  if (!digits || digits === folded) return words
  return [Prisma.sql`(${like(digits)} or (${Prisma.join(words, ' and ')}))`]
}

/** By the database's clock. */
export const inWindow = (window: ContactWindow): Prisma.Sql => {
  if (window === 'unknown') return Prisma.sql`c.last_inbound_at is null`
  return window === 'open' ? Prisma.sql`${windowClosesAtSql} > now()` : Prisma.sql`${windowClosesAtSql} <= now()`
}

/** Who was added to an audience by hand. */
export const isMember = (audienceId: string): Prisma.Sql =>
  Prisma.sql`c.id in (select m.contact_id from audience_member m where m.audience_id = ${audienceId}::uuid)`

/** All but the audience, which must be read first. */
export function contactConditions({ search, tags, window, optedOut }: ContactFilters): Prisma.Sql[] {
  const conditions = [...matchesSearch(search), ...tags.map((tag) => hasAnyTag([tag]))]
  if (window) conditions.push(inWindow(window))
  if (optedOut !== null)
    conditions.push(optedOut ? Prisma.sql`c.opted_out_at is not null` : Prisma.sql`c.opted_out_at is null`)
  return conditions
}
