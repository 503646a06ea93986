import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import type { SendingRules } from '@/lib/domain/sending-rules'

/** Decides for everybody's next Sends; those that are made already keep what they were made with. */
export async function saveSendingRules(_actor: Actor, { confirmAbove, timeZone, quiet }: SendingRules): Promise<void> {
  const data = { confirmAbove, timeZone, quietFrom: quiet?.from ?? null, quietUntil: quiet?.until ?? null }
  await db().sendingRules.upsert({ where: { id: 1 }, create: { id: 1, ...data }, update: data })
}
