import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillMessage } from './fill-message'
import { draftToMessage, messageToDraft, newDraft, newRow, newSection } from './list-draft'
import type { RecipientMapping } from './recipient-list'
import { rowJudge } from './row-judge'
import { splitNumbers } from './typed-list'
import { filledMessageSchema, frozenMessageSchema } from './variable-values'
import { VARIABLE_NAMES } from './variables'

const draft = newDraft({
  body: 'Olá, {{primeiro_nome|cliente}}! Pedido {{pedido}}.',
  button: 'Ver',
  sections: [newSection({ rows: [newRow({ id: 'a', title: 'Em {{cidade|sua cidade}}' })] })],
})
const mapping: RecipientMapping = { phone: 1, name: 0, variables: { pedido: 2, cidade: 3 }, hasHeader: false }

describe('a line judged by itself', () => {
  const judge = rowJudge(draft, mapping, { cidade: 'Bauru' })

  it('has its phone, its person, its name and its values', () => {
    expect(judge(['  Ana \n Souza ', '(11) 8765-4321', ' 10482 '])).toEqual({
      phone: '+5511987654321',
      person: '5511987654321',
      name: 'Ana Souza',
      repair: 'removedMarks addedCountry addedNinth',
      values: { primeiro_nome: 'Ana', pedido: '10482', cidade: 'Bauru' },
      verdict: null,
      detail: null,
    })
  })

  it('needs no value where the text has one of its own', () => {
    expect(judge(['', '11987654321', '1'])).toMatchObject({ verdict: null, values: { pedido: '1', cidade: 'Bauru' } })
  })

  it.each([
    ['11987654321', '', { of: 'variableMissing', variable: 'pedido', why: 'missing' }],
    ['11987654321', '{{nome}}', { of: 'variableMissing', variable: 'pedido', why: 'braces' }],
    ['11987654321', 'a\ud83d', { of: 'variableMissing', variable: 'pedido', why: 'unshowable' }],
    ['9876', '1', { of: 'invalid', reason: 'tooShort' }],
    ['', '', { of: 'invalid', reason: 'empty' }],
  ])('with %j and %j says why not', (phone, pedido, detail) =>
    expect(judge(['Ana', phone, pedido])).toMatchObject({ verdict: detail.of, detail }),
  )

  it('tells the text that grows longest over its limit, and by how much', () => {
    expect(judge(['Ana', '11987654321', '9'.repeat(1010), 'Vila Bela da Santíssima Trindade'])).toMatchObject({
      verdict: 'tooLong',
      detail: {
        of: 'tooLong',
        variable: 'cidade',
        field: 'rowTitle',
        path: ['sections', 0, 'rows', 0, 'title'],
        over: 11,
        max: 24,
      },
    })
    expect(judge(['Ana', '11987654321', '9'.repeat(1100)])).toMatchObject({
      detail: { variable: 'pedido', field: 'body', over: 94, max: 1024 },
    })
  })
})

describe('what a line’s verdict promises', () => {
  const value = fc.constantFrom('', 'Ana', ' x ', 'a}}', '{{b', 'longo '.repeat(12), '👩🏽‍🚀', 'z\0')
  const rows = fc.array(value, { minLength: VARIABLE_NAMES.length, maxLength: VARIABLE_NAMES.length })
  const columns = Object.fromEntries(VARIABLE_NAMES.map((name, i) => [name, i + 1])) as RecipientMapping['variables']
  const piece = fc.constantFrom(
    'Oi',
    ' ',
    '{{nome}}',
    '{{ Primeiro Nome }}',
    '{{pedido|nenhum}}',
    '{{valor|x}}',
    '{{cidade}}',
  )
  const text = fc.array(piece, { maxLength: 3 }).map((parts) => parts.join(''))
  const one = fc.record({ title: text, description: text })
  const anyDraft = fc.tuple(text, text, text, text, one, one).map(([header, body, footer, button, a, b]) =>
    newDraft({
      header,
      body: `Oi${body}`,
      footer,
      button: `V${button.slice(0, 10)}`,
      sections: [
        newSection({ rows: [a, b].map((row, i) => newRow({ ...row, id: `${i}`, title: `${i}${row.title}` })) }),
      ],
    }),
  )

  it('is what the message itself says, filled with its values', () => {
    const seen = new Set<string | null>()
    fc.assert(
      fc.property(anyDraft, rows, (any, cells) => {
        const message = frozenMessageSchema.safeParse(draftToMessage(any))
        if (!message.success) return
        const mapping = { phone: 0, name: null, variables: columns, hasHeader: false }
        const { verdict, values, detail } = rowJudge(
          messageToDraft(message.data),
          mapping,
          {},
        )(['11987654321', ...cells])
        const filled = filledMessageSchema.safeParse(fillMessage(message.data, values))
        // Braces that close nothing would do no harm, yet are refused: nobody means them.
        const isStricter = detail?.of === 'variableMissing' && detail.why === 'braces'
        if (!isStricter) expect([filled.success, verdict]).toEqual([verdict === null, verdict])
        seen.add(verdict)
      }),
      { numRuns: 3_000 },
    )
    expect(seen).toEqual(new Set([null, 'variableMissing', 'tooLong']))
  })
})

describe('numbers typed one after another', () => {
  it('are one person each', () => {
    expect(
      splitNumbers('11 98765-4321, (21) 91234-5678;\r\n+1 202 555 0143\t11987654322')?.map(({ cells }) => cells[0]),
    ).toEqual(['11 98765-4321', '(21) 91234-5678', '+1 202 555 0143', '11987654322'])
  })

  it.each(['Ana, 11987654321', 'nome\tfone\nAna\t11987654321', '11987654321;10482'])(
    'are no such thing in %j',
    (text) => expect(splitNumbers(text)).toBeNull(),
  )
})
