import { db } from '@/lib/db/client'
import { followableRecipients, listSendFamily } from '@/lib/db/followable'
import type { Prisma } from '@/lib/db/generated/client'
import { wakeWorkersSql } from '@/lib/db/wake-workers'
import { type ActionResult, fail, succeed } from '@/lib/domain/action-result'
import type { Actor } from '@/lib/domain/actor'
import type { GatewayKind } from '@/lib/domain/gateway'
import type { ListMessage } from '@/lib/domain/list-message'
import type { FollowsHow } from '@/lib/domain/send-state'
import { wantsConfirmation } from '@/lib/domain/sending-rules'
import { getSendingRules } from '@/lib/queries/sending-rules'
import type { CreatedSend } from './create-send'
import { recordTemplateUse } from './record-template-use'

/**
 * @property idempotencyKey made by the browser before the press: the same press is one Send however often it arrives
 * @property gateway where a Send made now goes: it must be where the followed one went
 * @property acknowledgedUncertain the person has read that uncertain ones are left out
 * @property confirmCount how many people the person typed, where the administrator's rules ask for it
 */
export type FollowSendInput = {
  sendId: string
  how: FollowsHow
  idempotencyKey: string
  gateway: GatewayKind
  acknowledgedUncertain: boolean
  confirmCount?: number | null
}

/**
 * nobody: there is nobody left to follow it for; acknowledgementNeeded: so many, in `params.count`, are uncertain and
 * left out; confirmationNeeded: the number, in `params.count`, must be typed; gatewayChanged: it went elsewhere than a
 * Send made now would go.
 */
export type FollowSendErrorCode =
  | 'notFound'
  | 'nobody'
  | 'acknowledgementNeeded'
  | 'confirmationNeeded'
  | 'gatewayChanged'
  | 'idempotencyMismatch'

const TRANSACTION = { maxWait: 10_000, timeout: 60_000 }

/**
 * One more Send of the same frozen message, each person's values and plan, for those for whom the first one failed or
 * whom it never reached. Only the Send itself is written here: the workers write its recipients down (expandFollowSend), and
 * leave out whom another Send has taken up by then.
 */
export async function followSend(
  actor: Actor,
  input: FollowSendInput,
): Promise<ActionResult<CreatedSend, FollowSendErrorCode>> {
  const { sendId, how, idempotencyKey } = input
  const createdById = actor.kind === 'user' ? actor.userId : null
  const earlier = await findEarlier(input, createdById)
  if (earlier) return earlier
  const rules = await getSendingRules(actor)
  const made = await db().$transaction(async (tx) => {
    const followed = await tx.send.findUnique({ where: { id: sendId }, select: FROZEN })
    if (!followed) return fail('notFound')
    if (followed.gateway !== input.gateway) return fail('gatewayChanged')
    const uncertain = await tx.recipient.count({ where: { sendId, status: 'unconfirmed' } })
    if (uncertain > 0 && !input.acknowledgedUncertain)
      return fail('acknowledgementNeeded', { params: { count: uncertain } })
    const people = await countFollowable(tx, sendId, how)
    if (people === 0) return fail('nobody')
    if (wantsConfirmation(rules, people, input.confirmCount))
      return fail('confirmationNeeded', { params: { count: people } })

    const { count } = await tx.send.createMany({
      data: {
        ...followed,
        message: followed.message as Prisma.InputJsonValue,
        idempotencyKey,
        createdById,
        recipientCount: people,
        followsId: sendId,
        followsHow: how,
        state: 'preparing',
      },
      skipDuplicates: true,
    })
    if (count === 0) return null
    if (followed.templateId && !followed.isTest) {
      const message = followed.message as ListMessage
      await recordTemplateUse(actor, tx, { templateId: followed.templateId, message, counts: false })
    }
    // Heard at the end of the transaction: the workers begin to write its recipients down.
    await tx.$executeRaw(wakeWorkersSql)
    return succeed(await tx.send.findUniqueOrThrow({ where: { idempotencyKey }, select: { id: true } }))
  }, TRANSACTION)
  if (made) return made.ok ? succeed({ sendId: made.data.id, repeated: false }) : made
  return (await findEarlier(input, createdById)) ?? fail('idempotencyMismatch')
}

/** What a Send and those that follow it have in common. */
const FROZEN = {
  message: true,
  messageHash: true,
  searchText: true,
  gateway: true,
  includeRecipientType: true,
  templateId: true,
  templateVersion: true,
  isTest: true,
  timeZone: true,
  quietFrom: true,
  quietUntil: true,
  perSecond: true,
  canarySize: true,
  canaryMinutes: true,
  canaryMaxShare: true,
  brakeAfter: true,
  includesClosed: true,
  includesRepeats: true,
} satisfies Prisma.SendSelect

async function countFollowable(tx: Prisma.TransactionClient, sendId: string, how: FollowsHow): Promise<number> {
  const family = await listSendFamily(sendId, tx)
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from ${followableRecipients(sendId, how, family)}`
  return row?.count ?? 0
}

/** What the key already stands for: the same press once more, or another one, which is refused. */
async function findEarlier(
  { idempotencyKey, sendId, how }: FollowSendInput,
  createdById: string | null,
): Promise<ActionResult<CreatedSend, 'idempotencyMismatch'> | null> {
  const earlier = await db().send.findUnique({
    where: { idempotencyKey },
    select: { id: true, followsId: true, followsHow: true, createdById: true },
  })
  if (!earlier) return null
  const isSame = earlier.followsId === sendId && earlier.followsHow === how && earlier.createdById === createdById
  return isSame ? succeed({ sendId: earlier.id, repeated: true }) : fail('idempotencyMismatch')
}
