import { Prisma } from '@/lib/db/generated/client'
import type { AudienceRule } from '@/lib/domain/audience-rule'
import { hasAnyTag, inWindow, isMember, matchesSearch } from './contact-sql'

/** Whom a rule takes, as a condition over `contact c`. Who opted out is never among them. */
export function audienceWhere({ tagsAny, tagsAll, tagsNone, search, window }: AudienceRule): Prisma.Sql {
  const conditions = [Prisma.sql`c.opted_out_at is null`, ...matchesSearch(search)]
  if (tagsAny.length > 0) conditions.push(hasAnyTag(tagsAny))
  for (const tag of tagsAll) conditions.push(hasAnyTag([tag]))
  if (tagsNone.length > 0) conditions.push(Prisma.sql`not (${hasAnyTag(tagsNone)})`)
  if (window === 'open') conditions.push(inWindow('open'))
  return Prisma.sql`(${Prisma.join(conditions, ' and ')})`
}

/** Whom a saved audience takes: by its rule or by hand, without those who opted out. Over `contact c`. */
export function savedAudienceWhere({ id, rule }: { id: string; rule: AudienceRule | null }): Prisma.Sql {
  const byHand = Prisma.sql`(c.opted_out_at is null and ${isMember(id)})`
  return rule ? Prisma.sql`(${audienceWhere(rule)} or ${byHand})` : byHand
}
