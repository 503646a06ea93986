import { describe, expect, it } from 'vitest'
import { holdsVariable } from './fill-message'
import { draftToMessage, newDraft, newRow, newSection } from './list-draft'
import { checkDraft } from './list-rules'
import {
  checkValues,
  filledMessageSchema,
  fillIn,
  fillWithValues,
  isToldAtValue,
  variableValuesSchema,
} from './variable-values'

const draft = newDraft({
  body: 'Oi, {{primeiro_nome|cliente}}! É da {{empresa}}.',
  button: 'Ver',
  sections: [
    newSection({ rows: [newRow({ id: 'a', title: 'Pedido {{pedido}}', description: 'de {{primeiro_nome}}' })] }),
  ],
})
const values = { primeiro_nome: ' Rui ', empresa: 'Lume', pedido: '77' }

describe('the values of a message', () => {
  it('stand for every variable in it, without the spaces around them', () => {
    const filled = fillWithValues(draft, values)
    expect(filled.body).toBe('Oi, Rui! É da Lume.')
    expect(filled.sections[0]?.rows[0]).toMatchObject({ title: 'Pedido 77', description: 'de Rui' })
    expect(checkValues(draft, values)).toEqual([])
    expect(filledMessageSchema.safeParse(draftToMessage(filled)).success).toBe(true)
  })

  it('are each needed: the message that lacks one stays unfilled, and may not leave', () => {
    const some = { ...values, empresa: ' ' }
    expect(checkValues(draft, some)).toEqual([{ name: 'empresa', code: 'missing' }])
    const message = draftToMessage(fillWithValues(draft, some))
    expect(message.body).toBe('Oi, Rui! É da {{empresa}}.')
    expect(filledMessageSchema.safeParse(message).success).toBe(false)
  })

  it('are needed though each use has a fallback: somebody saw what stands there', () => {
    const covered = newDraft({ body: '{{nome|você}}' })
    expect(checkValues(covered, {})).toEqual([{ name: 'nome', code: 'missing' }])
  })

  it('may make a text too long, which is told at the longest of them', () => {
    const long = { ...values, pedido: '2026-000104829371' }
    expect(checkValues(draft, { ...long, empresa: '' })).toEqual([{ name: 'empresa', code: 'missing' }])
    const both = newDraft({ ...draft, button: '{{pedido}}: {{primeiro_nome}}' })
    expect(checkValues(both, long)).toEqual([{ name: 'pedido', code: 'tooLong', path: ['button'], over: 2, max: 20 }])
    const title = 'Pedido 2026-00010482937100'
    expect(checkValues(draft, { ...values, pedido: '2026-00010482937100' })).toEqual([
      { name: 'pedido', code: 'tooLong', path: ['sections', 0, 'rows', 0, 'title'], over: title.length - 24, max: 24 },
    ])
  })

  it.each([
    ['{{nome}}', 'braces'],
    ['a}}', 'braces'],
    ['a\ud83d', 'unshowable'],
  ])('cannot be %j', (empresa, code) => {
    expect(checkValues(draft, { ...values, empresa })).toEqual([{ name: 'empresa', code }])
    expect(fillIn(draft, { ...values, empresa }).filled.body).toBe('Oi, Rui! É da {{empresa}}.')
  })

  it('are what was typed, else the fallback, and each knows how much more fits', () => {
    const { used, values: all, valueProblems, room, filled } = fillIn(draft, { pedido: '77', cidade: 'Rio' })
    expect(used.map(({ name }) => name)).toEqual(['primeiro_nome', 'empresa', 'pedido'])
    expect(all).toEqual({ primeiro_nome: 'cliente', empresa: '', pedido: '77' })
    expect(valueProblems).toEqual([{ name: 'empresa', code: 'missing' }])
    expect(filled.body).toBe('Oi, cliente! É da {{empresa}}.')
    expect(Object.fromEntries(room)).toEqual({
      primeiro_nome: 72 - 'de cliente'.length,
      empresa: 1024 - 'Oi, cliente! É da Casa das Tintas.'.length,
      pedido: 24 - 'Pedido 77'.length,
    })
    expect(fillIn(draft, { ...values, primeiro_nome: '' }).valueProblems).toEqual([
      { name: 'primeiro_nome', code: 'missing' },
    ])
  })

  it('that make a text too long tell it in place of the rule', () => {
    const { filled, valueProblems } = fillIn(draft, { ...values, pedido: '2026-00010482937100' })
    const told = checkDraft(filled).filter(({ severity }) => severity === 'blocks')
    expect(told).toMatchObject([{ code: 'tooLong', path: ['sections', 0, 'rows', 0, 'title'] }])
    expect(told.filter((finding) => isToldAtValue(finding, valueProblems))).toEqual(told)
    expect(told.filter((finding) => isToldAtValue(finding, []))).toEqual([])
  })

  it('do not settle what is broken', () => {
    const broken = newDraft({ body: 'Oi {{nom}} {{nome}}' })
    const filled = fillWithValues(broken, { nome: 'Rui' })
    expect(filled.body).toBe('Oi {{nom}} Rui')
    expect(checkDraft(filled).map(({ code }) => code)).toContain('unknownVariable')
  })

  it('are those of known variables alone', () => {
    expect(variableValuesSchema.safeParse({ nome: 'Rui' }).success).toBe(true)
    expect(variableValuesSchema.safeParse({ nom: 'Rui' }).success).toBe(false)
    expect(variableValuesSchema.safeParse({ nome: 1 }).success).toBe(false)
  })
})

describe('a message', () => {
  const message = draftToMessage(
    newDraft({ body: 'Oi', button: 'Ver', sections: [newSection({ rows: [newRow({ id: 'a', title: 'A' })] })] }),
  )

  it.each(['{{nome}}', '{{nom', '{{}}', '{{1}}'])('that holds %j anywhere may not leave', (text) => {
    expect(holdsVariable({ ...message, footer: text })).toBe(true)
    expect(holdsVariable({ ...message, sections: [{ rows: [{ id: `a${text}`, title: 'A' }] }] })).toBe(true)
    expect(filledMessageSchema.safeParse({ ...message, header: text }).success).toBe(false)
  })

  it('may hold braces of its own', () => {
    expect(filledMessageSchema.safeParse({ ...message, footer: '{a} }} :-}' }).success).toBe(true)
  })
})
