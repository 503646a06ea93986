import { Prisma } from '@/lib/db/generated/client'
import type { AudienceRule } from '@/lib/domain/audience-rule'
import { answererWhere } from './answer-people-sql'
import { hasAnyTag, inWindow, isMember, matchesSearch } from './contact-sql'

type SavedAudience = { id: string; rule: AudienceRule | null }

const WANTS_MAIL = Prisma.sql`c.opted_out_at is null`

function fits({ tagsAny, tagsAll, tagsNone, search, window, answer }: AudienceRule): Prisma.Sql[] {
  const conditions = [...matchesSearch(search), ...tagsAll.map((tag) => hasAnyTag([tag]))]
  if (tagsAny.length > 0) conditions.push(hasAnyTag(tagsAny))
  if (tagsNone.length > 0) conditions.push(Prisma.sql`not (${hasAnyTag(tagsNone)})`)
  if (window === 'open') conditions.push(inWindow('open'))
  if (answer)
    conditions.push(Prisma.sql`c.person in (select r.person from recipient r where ${answererWhere(answer.people)})`)
  return conditions
}

const all = (conditions: Prisma.Sql[]) =>
  conditions.length > 0 ? Prisma.sql`(${Prisma.join(conditions, ' and ')})` : Prisma.sql`true`

/** Whom a rule takes, as a condition over `contact c`. Who opted out is never among them. */
export const audienceWhere = (rule: AudienceRule): Prisma.Sql => all([WANTS_MAIL, ...fits(rule)])

/** Whom a saved audience takes: by its rule or by hand, without those who opted out. Over `contact c`. */
export const savedAudienceWhere = (audience: SavedAudience): Prisma.Sql => all([WANTS_MAIL, everybodyWhere(audience)])

/** As `savedAudienceWhere`, with those who opted out: what the list of contacts shows. */
export const everybodyWhere = ({ id, rule }: SavedAudience): Prisma.Sql =>
  rule ? Prisma.sql`(${all(fits(rule))} or ${isMember(id)})` : isMember(id)
