import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import { type AudienceView, savedRuleSchema } from '@/lib/domain/audience'
import type { AudienceRule } from '@/lib/domain/audience-rule'
import { audienceWhere, savedAudienceWhere } from './audience-sql'

const AUDIENCE_SELECT = {
  id: true,
  name: true,
  rule: true,
  updatedAt: true,
  createdBy: { select: { id: true, name: true } },
  _count: { select: { members: true } },
} as const satisfies Prisma.AudienceSelect

/** The saved audiences by name, each with how many it has now. */
export async function listAudiences(_actor: Actor): Promise<AudienceView[]> {
  const rows = await db().audience.findMany({ select: AUDIENCE_SELECT })
  const audiences = rows.map(({ rule, _count, updatedAt, ...row }) => ({
    ...row,
    rule: savedRuleSchema.parse(rule),
    memberCount: _count.members,
    updatedAt: updatedAt.toISOString(),
  }))
  if (audiences.length === 0) return []
  const counts = await db().$queryRaw<{ id: string; count: number }[]>(
    Prisma.join(
      audiences.map(
        (audience) => Prisma.sql`
          select ${audience.id} as id, count(*)::int as count from contact c where ${savedAudienceWhere(audience)}`,
      ),
      ' union all ',
    ),
  )
  const countOf = new Map(counts.map(({ id, count }) => [id, count]))
  return audiences
    .map((audience) => ({ ...audience, count: countOf.get(audience.id) ?? 0 }))
    .sort((a, b) => a.name.localeCompare(b.name, 'pt-BR') || (a.id < b.id ? -1 : 1))
}

/** What `savedAudienceWhere` wants of an audience; null where there is none. */
export async function getAudienceRule(
  _actor: Actor,
  id: string,
): Promise<{ id: string; name: string; rule: AudienceRule | null } | null> {
  const row = await db().audience.findUnique({ where: { id }, select: { id: true, name: true, rule: true } })
  return row && { ...row, rule: savedRuleSchema.parse(row.rule) }
}

/** How many a rule takes now. */
export async function countAudience(_actor: Actor, rule: AudienceRule): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from contact c where ${audienceWhere(rule)}`
  return row?.count ?? 0
}
