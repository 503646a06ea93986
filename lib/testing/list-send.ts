import { randomUUID } from 'node:crypto'
import { systemActor } from '@/lib/auth/system-actor'
import { type CreateListSendInput, createListSend } from '@/lib/commands/create-list-send'
import { expandSend } from '@/lib/commands/expand-send'
import { db } from '@/lib/db/client'
import { toMessageHash } from '@/lib/db/message-hash'
import { messageToDraft } from '@/lib/domain/list-draft'
import type { ListMessage } from '@/lib/domain/list-message'
import { toPersonKey } from '@/lib/domain/person-key'
import type { JudgedFor } from '@/lib/domain/recipient-list'
import type { SendPlan } from '@/lib/domain/send-plan'
import type { VariableValues } from '@/lib/domain/variable-values'
import { phones } from './send'

/** A list message that greets each person by name. */
export const GREETING: ListMessage = {
  body: 'Oi, {{primeiro_nome|cliente}}! Seu pedido {{pedido}} chegou.',
  button: 'Ver opções',
  sections: [{ rows: [{ id: 'retirar', title: 'Retirar na loja' }] }],
}

/** Now, as fast as the gateway may, with no canary. */
export const PLAN: SendPlan = {
  startsAt: null,
  timeZone: 'America/Sao_Paulo',
  quiet: null,
  perSecond: null,
  canary: null,
  brakeAfter: null,
  includesClosed: false,
  includesRepeats: false,
}

export type JudgedRow = {
  phone: string
  verdict?: string
  name?: string | null
  values?: VariableValues | null
  windowClosesAt?: Date | null
}

export const rowsOf = (count: number): JudgedRow[] =>
  phones(count).map((phone, i) => ({ phone, name: `Pessoa ${i}`, values: { pedido: String(i) } }))

async function makeOwner(): Promise<string> {
  const { id } = await db().user.create({ data: { name: 'Ana', email: `${randomUUID()}@example.com` } })
  return id
}

/** A list as it stands once the worker has judged it, and how it is named in a press. */
export async function makeJudgedList(
  rows: JudgedRow[],
  {
    message = GREETING,
    createdById,
    templateId = null,
  }: {
    message?: ListMessage
    createdById?: string
    templateId?: string | null
  } = {},
): Promise<{ id: string; revision: number }> {
  const judgedFor: JudgedFor = {
    draft: messageToDraft(message),
    templateId,
    values: {},
    gateway: 'sandbox',
    messageHash: toMessageHash(message),
  }
  const judged = rows.map((row) => ({ verdict: 'open', ...row }))
  const verdicts: Record<string, number> = {}
  for (const { verdict } of judged) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1
  const { id, revision } = await db().recipientList.create({
    data: {
      createdById: createdById ?? (await makeOwner()),
      expiresAt: new Date(Date.now() + 86_400_000),
      source: 'text',
      state: 'judged',
      lineCount: rows.length,
      judgedFor,
      verdicts,
      rows: {
        createMany: {
          data: judged.map((row, i) => ({
            line: i + 1,
            cells: [row.phone],
            phone: row.phone,
            person: toPersonKey(row.phone),
            name: row.name ?? null,
            values: row.values ?? undefined,
            verdict: row.verdict,
            windowClosesAt: row.windowClosesAt ?? null,
          })),
        },
      },
    },
    select: { id: true, revision: true },
  })
  return { id, revision }
}

/** Records a Send to a list, as a person's press would; its recipients are for expandSend to write down. */
export async function makeListSend(
  rows: JudgedRow[],
  { plan, ...input }: Partial<Omit<CreateListSendInput, 'plan'>> & { plan?: Partial<SendPlan> } = {},
): Promise<string> {
  const message = (input.message as ListMessage | undefined) ?? GREETING
  const made = await createListSend(systemActor('worker'), {
    idempotencyKey: randomUUID(),
    message,
    template: null,
    list: input.list ?? (await makeJudgedList(rows, { message })),
    plan: { ...PLAN, ...plan },
    gateway: 'sandbox',
    includeRecipientType: false,
    confirmCount: rows.length,
    isTest: false,
    ...input,
  })
  if (!made.ok) throw new Error(`The Send could not be made: ${made.error.code}`)
  return made.data.sendId
}

/** Writes down the recipients of every Send that is being prepared. */
export async function expandAll(lines?: number): Promise<void> {
  while (await expandSend(systemActor('worker'), lines));
}
