import { randomUUID } from 'node:crypto'
import { systemActor } from '@/lib/auth/system-actor'
import { type CreateSendInput, createSend } from '@/lib/commands/create-send'
import type { ListMessage } from '@/lib/domain/list-message'

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
