import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import { DEFAULT_SENDING_RULES, type SendingRules } from '@/lib/domain/sending-rules'

/** What the administrator has decided about sending, or what holds until then. */
export async function getSendingRules(_actor: Actor): Promise<SendingRules> {
  const rules = await db().sendingRules.findUnique({ where: { id: 1 } })
  if (!rules) return DEFAULT_SENDING_RULES
  const { confirmAbove, timeZone, quietFrom, quietUntil } = rules
  return {
    confirmAbove,
    timeZone,
    quiet: quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil },
  }
}
