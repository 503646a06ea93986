import { db } from '@/lib/db/client'
import { isTaken } from '@/lib/db/contact'
import { type ActionResult, fail, succeed } from '@/lib/domain/action-result'
import type { UserActor } from '@/lib/domain/actor'
import type { AudienceRule } from '@/lib/domain/audience-rule'
import { toRuleColumn } from './create-audience'

/** Gives a saved audience another name and rule. Fails with `gone`, or with `nameTaken` where another is called so. */
export async function updateAudience(
  _actor: UserActor,
  { id, name, rule }: { id: string; name: string; rule: AudienceRule | null },
): Promise<ActionResult<null, 'nameTaken' | 'gone'>> {
  try {
    const { count } = await db().audience.updateMany({ where: { id }, data: { name, rule: toRuleColumn(rule) } })
    return count === 1 ? succeed(null) : fail('gone')
  } catch (error) {
    if (isTaken(error)) return fail('nameTaken')
    throw error
  }
}
