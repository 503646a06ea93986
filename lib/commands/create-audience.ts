import { db } from '@/lib/db/client'
import { isTaken } from '@/lib/db/contact'
import { Prisma } from '@/lib/db/generated/client'
import { type ActionResult, fail, succeed } from '@/lib/domain/action-result'
import type { UserActor } from '@/lib/domain/actor'
import type { AudienceRule } from '@/lib/domain/audience-rule'
import { addAudienceMembers } from './add-audience-members'

type NewAudience = { id: string; name: string; rule: AudienceRule | null; memberIds?: string[] }

/** A rule as its column takes it: none is JSON's own null. */
export const toRuleColumn = (rule: AudienceRule | null) => rule ?? Prisma.JsonNull

/**
 * Saves an audience. `id` is made by the browser: the same press, however often it arrives, saves one.
 * Fails with `nameTaken` where another is called so.
 */
export async function createAudience(
  actor: UserActor,
  { id, name, rule, memberIds = [] }: NewAudience,
): Promise<ActionResult<{ id: string; added: number }, 'nameTaken'>> {
  try {
    await db().audience.upsert({
      where: { id },
      create: { id, name, rule: toRuleColumn(rule), createdById: actor.userId },
      update: {},
    })
  } catch (error) {
    if (isTaken(error)) return fail('nameTaken')
    throw error
  }
  const added = memberIds.length > 0 ? await addAudienceMembers(actor, { id, contactIds: memberIds }) : 0
  return succeed({ id, added: added ?? 0 })
}
