import { z } from 'zod'
import { db } from '@/lib/db/client'
import { toMessageHash } from '@/lib/db/message-hash'
import { isAboutValues } from '@/lib/db/sql-state'
import { wakeWorkersSql } from '@/lib/db/wake-workers'
import { type ActionResult, fail, succeed, toFieldErrors } from '@/lib/domain/action-result'
import type { Actor } from '@/lib/domain/actor'
import { fold } from '@/lib/domain/fold'
import type { GatewayKind } from '@/lib/domain/gateway'
import { listMessageTexts } from '@/lib/domain/list-message'
import { judgedForSchema } from '@/lib/domain/recipient-list'
import { countIncluded, VERDICTS } from '@/lib/domain/recipient-verdict'
import { type SendPlan, sendPlanSchema } from '@/lib/domain/send-plan'
import { wantsConfirmation } from '@/lib/domain/sending-rules'
import { frozenMessageSchema } from '@/lib/domain/variable-values'
import { getSendingRules } from '@/lib/queries/sending-rules'
import type { CreatedSend } from './create-send'
import { recordTemplateUse } from './record-template-use'

/**
 * @property idempotencyKey made by the browser before the press: the same press is one Send however often it arrives
 * @property message with its variables; each recipient's values fill it
 * @property list whose people it is for, as that judgement found them
 * @property gateway where it will go, for good
 * @property confirmCount how many people the person typed, where the administrator's rules ask for it
 */
export type CreateListSendInput = {
  idempotencyKey: string
  message: unknown
  template: { id: string; version: number } | null
  list: { id: string; revision: number }
  plan: SendPlan
  gateway: GatewayKind
  includeRecipientType: boolean
  confirmCount: number | null
  isTest: boolean
}

/**
 * listNotReady: it is not read, or not judged; listChanged: it was judged anew since, or against another message;
 * nobody: it has nobody to send to; confirmationNeeded: the number, in `params.count`, must be typed.
 */
export type ListSendErrorCode =
  | 'listNotFound'
  | 'listNotReady'
  | 'listChanged'
  | 'nobody'
  | 'confirmationNeeded'
  | 'idempotencyMismatch'

// Room for the loser of two presses to wait for the winner.
const TRANSACTION = { maxWait: 10_000, timeout: 20_000 }

const inputSchema = z.object({
  idempotencyKey: z.string().min(8).max(200),
  message: frozenMessageSchema,
  plan: sendPlanSchema,
})

const verdictsSchema = z.partialRecord(z.enum(VERDICTS), z.int())

/**
 * Records a Send to everybody of a judged list. Only the Send itself is written here, however many they are: the workers
 * write its recipients down (expandSend) while it is `preparing`, and then it starts or waits for its time.
 */
export async function createListSend(
  actor: Actor,
  input: CreateListSendInput,
): Promise<ActionResult<CreatedSend, ListSendErrorCode>> {
  const parsed = inputSchema.safeParse(input)
  if (!parsed.success) return fail('invalid', { fieldErrors: toFieldErrors(parsed.error) })
  const { idempotencyKey, message, plan } = parsed.data
  const messageHash = toMessageHash(message)
  const createdById = actor.kind === 'user' ? actor.userId : null

  // Before anything is asked of the list, which may have changed since the press first arrived.
  const first = await findEarlier(input, { createdById, messageHash })
  if (first) return first
  if (!(await isKnownZone(plan.timeZone)))
    return fail('invalid', { fieldErrors: { 'plan.timeZone': 'timeZoneInvalid' } })

  const rules = await getSendingRules(actor)
  const made = await db().$transaction(async (tx) => {
    // Locked, so that it is not judged anew between the look at it and the Send that takes it.
    await tx.$queryRaw`select 1 from recipient_list where id = ${input.list.id}::uuid for share`
    const judged = await readList(tx, input, { createdById, messageHash })
    if (!judged.ok) return judged
    const recipientCount = judged.data
    if (wantsConfirmation(rules, recipientCount, input.confirmCount))
      return fail('confirmationNeeded', { params: { count: recipientCount } })

    const template = input.template
      ? await tx.listTemplate.findUnique({ where: { id: input.template.id }, select: { id: true, name: true } })
      : null
    const { count } = await tx.send.createMany({
      data: {
        idempotencyKey,
        message,
        messageHash,
        searchText: fold([template?.name ?? '', ...listMessageTexts(message)].join('\n')),
        gateway: input.gateway,
        includeRecipientType: input.includeRecipientType,
        recipientCount,
        createdById,
        templateId: template?.id ?? null,
        templateVersion: template ? (input.template?.version ?? null) : null,
        listId: input.list.id,
        isTest: input.isTest,
        state: 'preparing',
        ...columnsOf(plan),
      },
      skipDuplicates: true,
    })
    if (count === 0) return null
    if (template && !input.isTest)
      await recordTemplateUse(actor, tx, { templateId: template.id, message, counts: true })
    // Heard at the end of the transaction: the workers begin to write its recipients down.
    await tx.$executeRaw(wakeWorkersSql)
    return succeed(await tx.send.findUniqueOrThrow({ where: { idempotencyKey }, select: { id: true } }))
  }, TRANSACTION)
  if (made) return made.ok ? succeed({ sendId: made.data.id, repeated: false }) : made
  return (await findEarlier(input, { createdById, messageHash })) ?? fail('idempotencyMismatch')
}

/** How many people of the list it takes, where the list is the one that was shown. */
async function readList(
  tx: Pick<ReturnType<typeof db>, 'recipientList'>,
  { list, template, plan, gateway }: CreateListSendInput,
  { createdById, messageHash }: { createdById: string | null; messageHash: string },
): Promise<ActionResult<number, ListSendErrorCode>> {
  const found = await tx.recipientList.findUnique({
    where: { id: list.id },
    select: { state: true, revision: true, judgedFor: true, verdicts: true, createdById: true },
  })
  // A list is its maker's own.
  if (!found || (createdById !== null && found.createdById !== createdById)) return fail('listNotFound')
  if (found.revision !== list.revision) return fail('listChanged')
  if (found.state !== 'judged') return fail('listNotReady')
  const judgedFor = judgedForSchema.safeParse(found.judgedFor).data
  const isSame =
    judgedFor?.messageHash === messageHash &&
    judgedFor.gateway === gateway &&
    judgedFor.templateId === (template?.id ?? null)
  if (!isSame) return fail('listChanged')
  const counts = verdictsSchema.parse(found.verdicts ?? {})
  const everyVerdict = Object.fromEntries(VERDICTS.map((verdict) => [verdict, counts[verdict] ?? 0]))
  const count = countIncluded(everyVerdict as Parameters<typeof countIncluded>[0], plan)
  return count > 0 ? succeed(count) : fail('nobody')
}

const columnsOf = (plan: SendPlan) => ({
  startsAt: plan.startsAt === null ? null : new Date(plan.startsAt),
  timeZone: plan.timeZone,
  quietFrom: plan.quiet?.from ?? null,
  quietUntil: plan.quiet?.until ?? null,
  perSecond: plan.perSecond,
  canarySize: plan.canary?.size ?? null,
  canaryMinutes: plan.canary?.minutes ?? null,
  canaryMaxShare: plan.canary?.maxShare ?? null,
  brakeAfter: plan.brakeAfter,
  includesClosed: plan.includesClosed,
  includesRepeats: plan.includesRepeats,
})

/** What the key already stands for: the same press once more, or another one, which is refused. */
async function findEarlier(
  { idempotencyKey, list, plan, isTest }: CreateListSendInput,
  expected: { createdById: string | null; messageHash: string },
): Promise<ActionResult<CreatedSend, 'idempotencyMismatch'> | null> {
  const earlier = await db().send.findUnique({ where: { idempotencyKey } })
  if (!earlier) return null
  const isSame =
    earlier.createdById === expected.createdById &&
    earlier.messageHash === expected.messageHash &&
    // The list may have been thrown away since.
    (earlier.listId === list.id || earlier.listId === null) &&
    earlier.isTest === isTest &&
    earlier.includesClosed === plan.includesClosed &&
    earlier.includesRepeats === plan.includesRepeats
  return isSame ? succeed({ sendId: earlier.id, repeated: true }) : fail('idempotencyMismatch')
}

/** Node's and PostgreSQL's zones are not the same list, and one that PostgreSQL lacks would stop every claim. */
async function isKnownZone(timeZone: string): Promise<boolean> {
  try {
    await db().$queryRaw`select now() at time zone ${timeZone}`
    return true
  } catch (error) {
    if (isAboutValues(error)) return false
    throw error
  }
}
