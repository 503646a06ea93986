import { describe, expect, it } from 'vitest'
import { toFieldErrors } from './action-result'
import { fillMessage } from './fill-message'
import { newDraft, newRow, newSection } from './list-draft'
import { type ListSendPress, listSendPressSchema } from './list-send-press'
import { filledMessageSchema } from './variable-values'

const press: ListSendPress = {
  idempotencyKey: 'a'.repeat(32),
  draft: newDraft({
    header: '{{empresa}}',
    body: 'Oi, {{primeiro_nome|cliente}}, aqui é da {{empresa}}',
    button: '{{primeiro_nome|cliente}}',
    sections: [newSection({ rows: [newRow({ id: 'a', title: '{{pedido}}', description: 'de {{nome}}' })] })],
  }),
  template: null,
  list: { id: '019aa4d5-6f0e-7c3e-9a0a-5a3f6b1c2d3e', revision: 2 },
  plan: {
    startsAt: '2026-11-27T10:00:00-03:00',
    timeZone: 'America/Sao_Paulo',
    quiet: { from: 1200, until: 480 },
    perSecond: 10,
    canary: { size: 100, minutes: 5, maxShare: 0.1 },
    brakeAfter: 20,
    includesClosed: false,
    includesRepeats: false,
  },
  gateway: 'sandbox',
  confirmCount: 1200,
  isTest: false,
}
const plan = (more: Partial<ListSendPress['plan']>) => ({ plan: { ...press.plan, ...more } })

describe('a press of Send to many', () => {
  it('becomes a message that still holds its variables, whose raw text may be longer than what leaves', () => {
    const { message } = listSendPressSchema.parse(press)
    expect(message.button).toBe('{{primeiro_nome|cliente}}')
    const values = { empresa: 'Lume', primeiro_nome: ' Rui ', pedido: '77', nome: 'Rui Sá' }
    expect(fillMessage(message, values)).toEqual({
      header: 'Lume',
      body: 'Oi, Rui, aqui é da Lume',
      button: 'Rui',
      sections: [{ rows: [{ id: 'a', title: '77', description: 'de Rui Sá' }] }],
    })
    expect(filledMessageSchema.safeParse(fillMessage(message, values)).success).toBe(true)
  })

  it('has for each person what a text says in the stead of a value that is missing or blank', () => {
    const { message } = listSendPressSchema.parse(press)
    const filled = fillMessage(message, { empresa: 'Lume', primeiro_nome: '  ', pedido: '1', nome: 'X' })
    expect(filled.button).toBe('cliente')
    expect(filledMessageSchema.safeParse(filled).success).toBe(true)
    expect(filledMessageSchema.safeParse(fillMessage(message, null)).success).toBe(false)
  })

  it('does not read a value as a variable', () => {
    const { message } = listSendPressSchema.parse(press)
    const filled = fillMessage(message, { empresa: '{{nome}}', primeiro_nome: 'a', pedido: 'b', nome: 'c' })
    expect(filled.header).toBe('{{nome}}')
    expect(filledMessageSchema.safeParse(filled).success).toBe(false)
  })

  const draft = press.draft
  it.each<[string, Partial<ListSendPress>, string, string]>([
    ['has a broken variable', { draft: { ...draft, footer: '{{nom' } }, 'draft', 'unfilledVariable'],
    ['has an unknown variable', { draft: { ...draft, footer: '{{xyz}}' } }, 'draft', 'unfilledVariable'],
    ['breaks a rule', { draft: { ...draft, button: '' } }, 'draft.button', 'required'],
    ['is too long without its variables', { draft: { ...draft, footer: 'x'.repeat(61) } }, 'draft.footer', 'too_big'],
    ['starts at no moment', plan({ startsAt: 'amanhã' }), 'plan.startsAt', ''],
    ['names no time zone', plan({ timeZone: 'Brasil/Saquarema' }), 'plan.timeZone', 'timeZoneInvalid'],
    ['names an offset for a zone', plan({ timeZone: '+03:00' }), 'plan.timeZone', 'timeZoneInvalid'],
    ['is quiet all day', plan({ quiet: { from: 60, until: 60 } }), 'plan.quiet', 'quietAllDay'],
    ['is quiet past midnight', plan({ quiet: { from: 1440, until: 60 } }), 'plan.quiet.from', ''],
    ['is faster than any gateway', plan({ perSecond: 1001 }), 'plan.perSecond', ''],
  ])('that %s is refused', (_what, more, field, why) => {
    const parsed = listSendPressSchema.safeParse({ ...press, ...more })
    expect(parsed.error && toFieldErrors(parsed.error)).toEqual({ [field]: expect.stringContaining(why) })
  })

  it('whose variable stands in an ID is refused: the ID comes back in the answer', () => {
    const sections = [newSection({ rows: [newRow({ id: '{{nome}}', title: 'A' })] })]
    expect(listSendPressSchema.safeParse({ ...press, draft: { ...draft, sections } }).success).toBe(false)
  })
})
