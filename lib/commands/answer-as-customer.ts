import { db } from '@/lib/db/client'
import { sandboxAddress } from '@/lib/db/connection'
import { type ActionResult, fail, succeed } from '@/lib/domain/action-result'
import type { Actor } from '@/lib/domain/actor'
import type { CustomerAnswerError } from '@/lib/domain/customer-answer'
import { playAnswer } from '@/lib/whatsapp/sandbox-doors'
import { registerWithSandbox } from './register-with-sandbox'

/**
 * Has the stand-in tap a row as this recipient would. Nothing is written here: the answer comes in by the webhook, as any
 * customer's does. Who got their message for real is never spoken for.
 */
export async function answerAsCustomer(
  actor: Actor,
  { recipientId, rowId }: { recipientId: string; rowId: string },
): Promise<ActionResult<null, CustomerAnswerError>> {
  const recipient = await db().recipient.findUnique({
    where: { id: BigInt(recipientId) },
    select: { wamid: true, send: { select: { gateway: true } } },
  })
  if (!recipient) return fail('notFound')
  if (recipient.send.gateway !== 'sandbox') return fail('notSandbox')
  if (!recipient.wamid) return fail('notAccepted')
  const address = sandboxAddress()
  if (!address) return fail('unreachable')
  // It may have started anew since it was told where our webhooks are.
  await registerWithSandbox(actor)
  const played = await playAnswer(address, { wamid: recipient.wamid, rowId })
  if (played.kind === 'unreachable') return fail('unreachable')
  if (played.kind === 'unknown') return fail('forgotten')
  return played.told > 0 ? succeed(null) : fail('unheard')
}
