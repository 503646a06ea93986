import { db } from '@/lib/db/client'
import { type ActionResult, fail } from '@/lib/domain/action-result'
import type { Actor } from '@/lib/domain/actor'
import { type CreatedSend, type CreateSendInput, createSend } from './create-send'

/** @property testerIds of the Settings' testers; null for all of them */
export type SendTestInput = Omit<CreateSendInput, 'phones' | 'isTest' | 'resendOfId'> & { testerIds: string[] | null }

/**
 * Sends exactly this message to those who get tests: marked as one on our side alone, and in no figure. `noTesters` where
 * there is none, or none of those that were chosen any more.
 */
export async function sendTest(
  actor: Actor,
  { testerIds, ...input }: SendTestInput,
): Promise<ActionResult<CreatedSend, 'idempotencyMismatch' | 'noTesters'>> {
  const testers = await db().tester.findMany({
    where: testerIds ? { id: { in: testerIds } } : {},
    select: { phone: true },
  })
  if (testers.length === 0) return fail('noTesters')
  return createSend(actor, { ...input, phones: testers.map(({ phone }) => phone), isTest: true })
}
