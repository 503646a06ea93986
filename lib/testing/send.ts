import { randomUUID } from 'node:crypto'
import { systemActor } from '@/lib/auth/system-actor'
import { type CreateSendInput, createSend } from '@/lib/commands/create-send'
import type { ListMessage } from '@/lib/domain/list-message'
import type { TestDatabase } from './database'

/** A small list that can be sent. */
export const MESSAGE: ListMessage = {
  body: 'Escolha um horário',
  footer: 'Até já',
  button: 'Ver horários',
  sections: [{ title: 'Manhã', rows: [{ id: 'h_09', title: '9 horas', description: 'Centro' }] }],
}

/** So many Brazilian mobiles, each its own, none of which plays a scenario of the stand-in. */
export const phones = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `+55119${String(i).padStart(4, '0')}7777`)

/** Records a Send to the stand-in, as a person's press would. */
export async function makeSend(input: Partial<CreateSendInput> = {}): Promise<string> {
  const made = await createSend(systemActor('worker'), {
    idempotencyKey: randomUUID(),
    message: MESSAGE,
    phones: phones(1),
    gateway: 'sandbox',
    includeRecipientType: false,
    ...input,
  })
  if (!made.ok) throw new Error(`The Send could not be made: ${made.error.code}`)
  return made.data.sendId
}

/** Lets so many messages leave a second by either gateway; without it, as many as a new installation does. */
export const allowPace = (database: TestDatabase, perSecond = 100_000) =>
  database.query(
    `insert into gateway_pace (gateway, per_second) select unnest(enum_range(null::gateway)), $1
     on conflict (gateway) do update set per_second = excluded.per_second`,
    [perSecond],
  )
