import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import type { KeepRules } from '@/lib/domain/keep-rules'
import { log } from '@/lib/log'

/** Decides how long it is known who was written to. The housekeeping follows it in the next small hours. */
export async function saveKeepRules(actor: Actor, { keepDays }: KeepRules): Promise<void> {
  await db().sendingRules.upsert({ where: { id: 1 }, create: { id: 1, keepDays }, update: { keepDays } })
  log.info({ keepDays, by: actor.kind === 'user' ? actor.userId : actor.kind }, 'the time of keeping was set')
}
