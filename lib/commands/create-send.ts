import { z } from 'zod'
import { db } from '@/lib/db/client'
import { refuseFollowed } from '@/lib/db/followable'
import { toMessageHash } from '@/lib/db/message-hash'
import { type ActionResult, fail, succeed, toFieldErrors } from '@/lib/domain/action-result'
import type { Actor } from '@/lib/domain/actor'
import { fold } from '@/lib/domain/fold'
import type { GatewayKind } from '@/lib/domain/gateway'
import { type ListMessage, listMessageTexts } from '@/lib/domain/list-message'
import { toInteractive } from '@/lib/domain/list-message-payload'
import { toPersonKey } from '@/lib/domain/person-key'
import { filledMessageSchema } from '@/lib/domain/variable-values'
import { recordTemplateUse } from './record-template-use'

/** The most people that one Send may carry. */
export const MAX_RECIPIENTS = 100_000

// Room for the recipients of the largest Send, and for the loser of two presses to wait for the winner.
const TRANSACTION = { maxWait: 10_000, timeout: 60_000 }

const inputSchema = z.object({
  idempotencyKey: z.string().min(8).max(200),
  message: filledMessageSchema,
  phones: z
    .array(z.string().regex(/^\+[1-9]\d{6,14}$/))
    .transform((phones) => [...new Map(phones.map((phone) => [toPersonKey(phone), phone])).values()])
    .pipe(z.array(z.string()).min(1).max(MAX_RECIPIENTS)),
})

/**
 * @property idempotencyKey made by the browser before the press: the same press is one Send however often it arrives
 * @property message checked again here, whoever checked it before; every variable in it must be filled
 * @property phones E.164; one person counts once, however their number is written
 * @property gateway where it will go, for good: what connection there is later does not matter
 * @property resendOfId the recipient of an earlier Send whom this one is for again
 * @property isTest marked as a test everywhere, and in no figure
 */
export type CreateSendInput = {
  idempotencyKey: string
  message: unknown
  phones: string[]
  templateId?: string | null
  templateVersion?: number | null
  gateway: GatewayKind
  includeRecipientType: boolean
  resendOfId?: bigint | null
  isTest?: boolean
}

/** @property repeated this press had arrived before, and nothing new was made */
export type CreatedSend = { sendId: string; repeated: boolean }

type Checked = z.output<typeof inputSchema>

/**
 * Records a Send and its queued recipients in one transaction; the workers do the rest.
 * Fails with `invalid`, or with `idempotencyMismatch` where the key belongs to another message or other people.
 */
export async function createSend(
  actor: Actor,
  input: CreateSendInput,
): Promise<ActionResult<CreatedSend, 'idempotencyMismatch'>> {
  const parsed = inputSchema.safeParse(input)
  if (!parsed.success) return fail('invalid', { fieldErrors: toFieldErrors(parsed.error) })
  const checked = parsed.data
  const createdById = actor.kind === 'user' ? actor.userId : null

  const made = await db().$transaction(async (tx) => {
    if (input.resendOfId) await refuseFollowed(tx, input.resendOfId)
    const template = input.templateId
      ? await tx.listTemplate.findUnique({ where: { id: input.templateId }, select: { id: true, name: true } })
      : null
    const { count } = await tx.send.createMany({
      data: {
        idempotencyKey: checked.idempotencyKey,
        message: checked.message,
        searchText: fold([template?.name ?? '', ...listMessageTexts(checked.message)].join('\n')),
        gateway: input.gateway,
        includeRecipientType: input.includeRecipientType,
        recipientCount: checked.phones.length,
        createdById,
        templateId: template?.id ?? null,
        templateVersion: template ? (input.templateVersion ?? null) : null,
        resendOfId: input.resendOfId ?? null,
        messageHash: toMessageHash(checked.message),
        isTest: input.isTest ?? false,
      },
      skipDuplicates: true,
    })
    if (count === 0) return null
    const send = await tx.send.findUniqueOrThrow({
      where: { idempotencyKey: checked.idempotencyKey },
      select: { id: true },
    })
    await tx.$executeRaw`
      insert into recipient (send_id, phone, person)
      select ${send.id}::uuid, phone, person
      from unnest(${checked.phones}::text[], ${checked.phones.map(toPersonKey)}::text[]) as one (phone, person)`
    if (template && !input.isTest) {
      const { message } = checked
      await recordTemplateUse(actor, tx, { templateId: template.id, message, counts: !input.resendOfId })
    }
    return send
  }, TRANSACTION)
  if (made) return succeed({ sendId: made.id, repeated: false })

  const earlier = await db().send.findFirstOrThrow({
    where: input.resendOfId ? { resendOfId: input.resendOfId } : { idempotencyKey: checked.idempotencyKey },
    select: { id: true, message: true, recipientCount: true, createdById: true, isTest: true },
  })
  const isSame =
    !!input.resendOfId ||
    (earlier.createdById === createdById &&
      earlier.isTest === (input.isTest ?? false) &&
      earlier.recipientCount === checked.phones.length &&
      isSameMessage(earlier.message, checked.message) &&
      (await countAmong(earlier.id, checked.phones)) === checked.phones.length)
  return isSame ? succeed({ sendId: earlier.id, repeated: true }) : fail('idempotencyMismatch')
}

/** Compared as it goes out, since jsonb keeps neither the order of keys nor absent texts apart from empty ones. */
function isSameMessage(stored: unknown, message: Checked['message']): boolean {
  const wire = (one: ListMessage) => JSON.stringify(toInteractive(one))
  return wire(stored as ListMessage) === wire(message)
}

async function countAmong(sendId: string, phones: string[]): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from recipient
    where send_id = ${sendId}::uuid and phone = any(${phones}::text[])`
  return row?.count ?? 0
}
