import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import type { RecipientRowView } from '@/lib/domain/recipient-verdict'
import en from '@/messages/en.json'
import pt from '@/messages/pt-BR.json'
import { leftOutCsv } from './left-out-csv'

const words = (locale: 'pt-BR' | 'en') => {
  const messages = locale === 'en' ? en : pt
  return {
    locale,
    t: createTranslator({ locale, messages, namespace: 'newSend' }),
    problems: createTranslator({ locale, messages, namespace: 'problems' }),
    names: createTranslator({ locale, messages, namespace: 'variables.names' }),
    when: (at: string) => at.slice(0, 10),
  }
}
const row = (change: Partial<RecipientRowView>): RecipientRowView => ({
  line: 7,
  cells: ['Ana', '9876'],
  phone: null,
  name: 'Ana',
  verdict: 'invalid',
  repairs: [],
  detail: { of: 'invalid', reason: 'tooShort' },
  windowClosesAt: null,
  ...change,
})

describe('the file of who is left out', () => {
  const inPortuguese = leftOutCsv(words('pt-BR'), ['Nome', 'Fone', 'Pedido'])

  it('opens in Excel: its mark, semicolons, a line number, all columns and why', () => {
    expect(inPortuguese.head).toBe('\ufeffLinha;Nome;Fone;Pedido;Por que fica de fora\r\n')
    expect(inPortuguese.line(row({}))).toBe('7;Ana;9876;;Telefone inválido: faltam dígitos\r\n')
    expect(leftOutCsv(words('en'), ['Name']).head).toMatch(/^\ufeffLine,Name,/)
  })

  it('runs no formula', () => {
    expect(inPortuguese.line(row({ cells: ['=HYPERLINK("x")', '+55 11 98765-4321', '@a'] }))).toMatch(
      /^7;"'=HYPERLINK\(""x""\)";\+55 11 98765-4321;'@a;/,
    )
  })

  it.each<[Partial<RecipientRowView>, RegExp]>([
    [
      { verdict: 'variableMissing', detail: { of: 'variableMissing', variable: 'pedido', why: 'missing' } },
      /falta o valor de Pedido/,
    ],
    [
      {
        verdict: 'tooLong',
        detail: {
          of: 'tooLong',
          variable: 'nome',
          field: 'rowTitle',
          path: ['sections', 0, 'rows', 1, 'title'],
          over: 3,
          max: 24,
        },
      },
      /Seção 1, opção 2, Título da opção: passa 3 caracteres do limite de 24/,
    ],
    [{ verdict: 'duplicate', detail: { of: 'duplicate', line: 3 } }, /mesma pessoa da linha 3/],
    [{ verdict: 'optedOut', detail: { of: 'optedOut', at: '2026-11-01T12:00:00Z' } }, /2026-11-01/],
    [{ verdict: 'closed', detail: null, windowClosesAt: '2026-11-02T12:00:00Z' }, /desde 2026-11-02/],
  ])('says in words why: %j', (change, said) => expect(inPortuguese.line(row(change))).toMatch(said))
})
