import { array, assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupTyped, slipsBetween, type TypedRow, typedKey, typedMatcher } from './choice-typed'

const ROWS: TypedRow[] = [
  { id: 'segunda_via', title: 'Segunda via da fatura', description: 'Receba o código de barras' },
  { id: 'agendar', title: 'Agendar horário', description: 'Escolha dia e unidade' },
  { id: 'atendente', title: 'Falar com atendente', description: null },
  { id: 'horario', title: 'Horário de funcionamento', description: 'Lojas e quiosques' },
]
const match = typedMatcher(ROWS)
const typed = (...texts: string[]) => texts.map((text, i) => ({ text, person: String(i) }))

describe('what a typed answer is about', () => {
  it.each([
    ['segunda via da fatura', 'segunda_via', 'same'],
    ['SEGUNDA VIA DA FATURA!!!', 'segunda_via', 'same'],
    ['segunda_via', 'segunda_via', 'contained'],
    ['Quero a segunda via, por favor', 'segunda_via', 'contained'],
    ['atendente', 'atendente', 'contained'],
    ['quero falar com um atendente por favor', 'atendente', 'same'],
    ['3', 'atendente', 'number'],
    ['opção 2', 'agendar', 'number'],
    ['falar com atendenti', 'atendente', 'alike'],
    ['agendra', 'agendar', 'alike'],
    ['codigo de barras', 'segunda_via', 'alike'],
  ])('%s is a tap that was typed: %s, %s', (text, rowId, how) => {
    expect(match(text)).toEqual({ kind: 'row', rowId, how })
  })

  it('is of several rows where it fits them alike', () => {
    expect(match('horário')).toEqual({ kind: 'several', rowIds: ['agendar', 'horario'] })
  })

  it.each(['boleto', 'quero cancelar meu contrato', '99', '💳'])('is none of the rows: %s', (text) => {
    expect(match(text)).toEqual({ kind: 'none' })
  })

  it.each(['SAIR', 'pare', 'não quero mais receber isso', 'Parem de me mandar mensagem'])(
    'is to be left alone: %s',
    (text) => {
      expect(match(text)).toEqual({ kind: 'leave' })
    },
  )

  it.each(['Obrigada!', 'bom dia', 'ok 👍'])('is but a courtesy: %s', (text) => {
    expect(match(text)).toEqual({ kind: 'courtesy' })
  })

  it('a digit that stands in a title is that title, not a place in the list', () => {
    const times = typedMatcher([
      { id: 'a', title: '9 horas' },
      { id: 'b', title: '1 hora depois' },
    ])
    expect(times('1')).not.toMatchObject({ how: 'number' })
    expect(times('9 horas')).toEqual({ kind: 'row', rowId: 'a', how: 'same' })
  })

  it('an ID says what its title does not', () => {
    const slip = typedMatcher([
      { id: 'boleto', title: 'Segunda via' },
      { id: 'outro', title: 'Outro assunto' },
    ])
    expect(slip('o boleto')).toEqual({ kind: 'row', rowId: 'boleto', how: 'alike' })
  })

  it('every title is its own row, however it is written', () => {
    const shout = (text: string) => `  ${text.toUpperCase()} !`
    for (const { id, title } of ROWS) {
      expect(match(shout(title))).toEqual({ kind: 'row', rowId: id, how: 'same' })
    }
  })
})

describe('typed answers', () => {
  it('are one where they say the same, and show as most people spell it', () => {
    const groups = groupTyped(typed('boleto', 'Boleto', 'BOLETO!!', 'o boleto 🙏', 'Boleto', 'boletos', 'cartão'), ROWS)
    expect(groups).toEqual([
      { text: 'Boleto', count: 6, people: 6, match: { kind: 'none' } },
      { text: 'cartão', count: 1, people: 1, match: { kind: 'none' } },
    ])
  })

  it('are counted as often as they were typed, and the people once', () => {
    const texts = [
      { text: 'boleto', person: 'a' },
      { text: 'boleto', person: 'a' },
      { text: 'Boleto', person: 'b' },
    ]
    expect(groupTyped(texts, ROWS)).toMatchObject([{ text: 'boleto', count: 3, people: 2 }])
  })

  it('of emoji alone are told apart', () => {
    expect(groupTyped(typed('👍', '👍', '❤️'), [])).toMatchObject([
      { text: '👍', count: 2 },
      { text: '❤️', count: 1 },
    ])
  })

  it('lose none, whatever is typed', () => {
    assert(
      property(array(string({ unit: 'grapheme' })), (texts) => {
        const groups = groupTyped(typed(...texts), ROWS)
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(texts.filter((text) => text.trim()).length)
      }),
    )
  })

  it('are the same with other capitals, marks and spaces', () => {
    const word = constantFrom('boleto', 'segunda', 'via', 'cartão', 'horário', 'quero', 'é', 'Pix')
    assert(
      property(array(word, { minLength: 1, maxLength: 5 }), (said) => {
        const text = said.join(' ')
        expect(typedKey(`  ¡${text.toUpperCase()}?! 🎉`)).toBe(typedKey(text))
        expect(typedKey(text.normalize('NFD'))).toBe(typedKey(text))
      }),
    )
  })
})

describe('slips between two words', () => {
  it.each([
    ['boleto', 'boleto', 0],
    ['boleto', 'bolteo', 1],
    ['boleto', 'boletto', 1],
    ['boleto', 'bleto', 1],
    ['', 'pix', 3],
    ['cartao', 'boleto', 5],
  ])('%s, %s: %i', (a, b, slips) => {
    expect(slipsBetween(a, b)).toBe(slips)
    expect(slipsBetween(b, a)).toBe(slips)
  })
})
