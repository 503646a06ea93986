import { describe, expect, it } from 'vitest'
import { columnNames, guessHasHeader, guessMapping, variableNamed } from './mapping-guess'

const people = [
  ['Ana Souza', '(11) 98765-4321', 'Campinas'],
  ['Bia Lima', '21912345678', 'Niterói'],
]

describe('what the columns of a list are', () => {
  it('is told by their names, in Portuguese', () => {
    expect(guessMapping([['Nome', 'WhatsApp', 'Cidade'], ...people])).toEqual({
      phone: 1,
      name: 0,
      variables: { nome: 0, cidade: 2 },
      hasHeader: true,
    })
  })

  it('is told by their names in English, and whatever their order', () => {
    expect(
      guessMapping([
        ['Due date', 'Order', 'Phone number', 'First name'],
        ['10/12/2026', '10482', '+5511987654321', 'Ana'],
      ]),
    ).toEqual({ phone: 2, name: 3, variables: { vencimento: 0, pedido: 1, primeiro_nome: 3 }, hasHeader: true })
  })

  it('is told by what they hold where nobody named them', () => {
    expect(guessMapping(people)).toEqual({ phone: 1, name: 0, variables: { nome: 0 }, hasHeader: false })
  })

  it('takes the mobile rather than another phone, and never a CPF', () => {
    const rows = [
      ['CPF', 'Nome', 'Telefone', 'Celular'],
      ['52998224725', 'Ana', '1134567890', '11987654321'],
      ['11144477735', 'Bia', '1134567891', '11987654322'],
    ]
    expect(guessMapping(rows)?.phone).toBe(3)
    expect(guessMapping(rows.slice(1).map(([cpf = '', name = '', , cell = '']) => [cpf, name, cell]))?.phone).toBe(2)
  })

  it('does not believe a name that its cells belie', () => {
    expect(
      guessMapping([
        ['Contato', 'Número'],
        ['Ana', '11987654321'],
        ['Bia', '11987654322'],
      ]),
    ).toMatchObject({ phone: 1, name: 0 })
  })

  it('knows phones that a spreadsheet has shortened', () => {
    expect(
      guessMapping([
        ['Cliente', 'Fone'],
        ['Ana', '5,51199E+12'],
      ])?.phone,
    ).toBe(1)
  })

  it('is nothing without phones', () => {
    expect(
      guessMapping([
        ['Nome', 'Cidade'],
        ['Ana', 'Campinas'],
      ]),
    ).toBeNull()
    expect(guessMapping([])).toBeNull()
  })

  it('is a column of numbers alone', () => {
    expect(guessMapping([['11987654321'], ['11987654322']])).toEqual({
      phone: 0,
      name: null,
      variables: {},
      hasHeader: false,
    })
  })

  it('is known from a header without anybody below it', () => {
    expect(guessMapping([['nome', 'telefone']])).toMatchObject({ phone: 1, name: 0, hasHeader: true })
  })
})

describe('a header', () => {
  it.each([
    [
      true,
      [
        ['Nome', 'Telefone'],
        ['Ana', '11987654321'],
      ],
    ],
    [
      true,
      [
        ['quem', 'onde ligar'],
        ['Ana', '11987654321'],
      ],
    ],
    [
      false,
      [
        ['Ana', '11987654321'],
        ['Bia', '11987654322'],
      ],
    ],
    [
      false,
      [
        ['Ana', 'Campinas'],
        ['Bia', 'Niterói'],
      ],
    ],
    [false, []],
  ])('is there: %s in %j', (expected, rows) => expect(guessHasHeader(rows as string[][])).toBe(expected))

  it('names each column once', () => {
    expect(
      columnNames(
        [
          ['Nome', 'Fone', ' Fone ', ''],
          ['a', 'b', 'c', 'd', 'e'],
        ],
        true,
      ),
    ).toEqual(['Nome', 'Fone', 'Fone (2)', '4', '5'])
    expect(columnNames([['Ana', '119']], false)).toEqual(['1', '2'])
  })
})

describe('a variable', () => {
  it.each([
    ['Primeiro Nome', 'primeiro_nome'],
    ['PREÇO', 'valor'],
    ['Nº do pedido', 'pedido'],
    ['Código do protocolo', 'protocolo'],
    ['Número do pedido', 'pedido'],
    ['due-date', 'vencimento'],
    ['CPF', null],
  ])('named %s is %s', (column, variable) => expect(variableNamed(column)).toBe(variable))
})
