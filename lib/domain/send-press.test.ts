import { describe, expect, it } from 'vitest'
import { toFieldErrors } from './action-result'
import { newDraft, newRow, newSection } from './list-draft'
import { sendPressSchema } from './send-press'

const draft = newDraft({
  body: 'Oi, {{nome|você}}',
  button: 'Ver',
  sections: [newSection({ rows: [newRow({ id: 'a', title: 'Pedido {{pedido}}' })] })],
})
const press = {
  idempotencyKey: 'a'.repeat(32),
  draft,
  values: { nome: 'Rui', pedido: '77' },
  phones: ['+5511987654321'],
  template: null,
  gateway: 'sandbox' as const,
}

describe('a press of Send', () => {
  it('becomes the message that its values make, without a trace of the draft', () => {
    const { idempotencyKey, phones, template, gateway } = press
    expect(sendPressSchema.parse(press)).toEqual({
      idempotencyKey,
      phones,
      template,
      gateway,
      message: { body: 'Oi, Rui', button: 'Ver', sections: [{ rows: [{ id: 'a', title: 'Pedido 77' }] }] },
    })
  })

  it.each<[string, Partial<typeof press>, string, string]>([
    ['lacks a value', { values: { nome: 'Rui', pedido: '' } }, 'draft', 'unfilledVariable'],
    ['lacks a value, though there is a fallback', { values: { nome: '', pedido: '77' } }, 'draft', 'unfilledVariable'],
    [
      'has a value that makes a text too long',
      { values: { nome: 'Rui', pedido: '7'.repeat(18) } },
      'draft.sections.0.rows.0.title',
      'Too big',
    ],
    ['has a value that is a variable', { values: { nome: '{{nome}}', pedido: '7' } }, 'draft', 'unfilledVariable'],
    ['has a broken variable', { draft: { ...draft, footer: '{{nom' } }, 'draft', 'unfilledVariable'],
    ['breaks a rule', { draft: { ...draft, button: '' } }, 'draft.button', 'required'],
  ])('that %s is refused', (_what, more, field, why) => {
    const parsed = sendPressSchema.safeParse({ ...press, ...more })
    expect(parsed.error && toFieldErrors(parsed.error)).toEqual({ [field]: expect.stringContaining(why) })
  })
})
