import { mint } from '@/lib/auth/session'
import { systemActor } from '@/lib/auth/system-actor'
import { judgeListRows } from '@/lib/commands/judge-list-rows'
import { judgeRecipientList } from '@/lib/commands/judge-recipient-list'
import { readRecipientFile } from '@/lib/commands/read-recipient-file'
import { startRecipientList } from '@/lib/commands/start-recipient-list'
import { db } from '@/lib/db/client'
import type { UserActor } from '@/lib/domain/actor'
import { messageToDraft } from '@/lib/domain/list-draft'
import type { ListQuestion } from '@/lib/domain/recipient-list'
import { MESSAGE } from './send'

/** Somebody who has signed in. */
export async function makeActor(role: 'admin' | 'member' = 'member'): Promise<UserActor> {
  return mint(await db().user.create({ data: { name: 'Ana', email: `${crypto.randomUUID()}@example.com`, role } }))
}

/** A list as a file with these lines makes it. */
export async function makeList(actor: UserActor, file: string | Uint8Array): Promise<string> {
  const { id } = await startRecipientList(actor, { source: 'file', fileName: 'pessoas.csv' })
  async function* body() {
    yield Buffer.from(file as string)
  }
  const read = await readRecipientFile(actor, { listId: id, body: body() })
  if (!read.ok) throw new Error(`The list could not be read: ${JSON.stringify(read.error)}`)
  return id
}

/** A message with a variable, as most lists are sent. */
export const DRAFT = messageToDraft({ ...MESSAGE, body: 'Olá, {{primeiro_nome|cliente}}! Pedido {{pedido}}.' })

export const question = (listId: string, change: Partial<ListQuestion> = {}): ListQuestion => ({
  listId,
  draft: DRAFT,
  templateId: null,
  mapping: { phone: 1, name: 0, variables: { pedido: 2 }, hasHeader: true },
  values: {},
  ...change,
})

/** Asks, and has it answered as the worker does. */
export async function judged(actor: UserActor, asked: ListQuestion, batch?: number): Promise<void> {
  const result = await judgeRecipientList(actor, asked)
  if (!result.ok) throw new Error(`The list could not be judged: ${JSON.stringify(result.error)}`)
  while (await judgeListRows(systemActor('worker'), batch));
}
