import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wildDraft } from '@/lib/testing/wild-draft'
import en from '@/messages/en.json'
import ptBR from '@/messages/pt-BR.json'
import { newDraft, newRow, newSection } from './list-draft'
import { LIMITS } from './list-message'
import {
  fillDraft,
  fillText,
  readVariables,
  sampleText,
  VARIABLE_NAMES,
  VARIABLES,
  variablesOf,
  variableText,
  worstLength,
  worstText,
} from './variables'

/** Each variable as it stands in the text, with what was read of it. */
const read = (text: string) =>
  readVariables(text).map(({ start, end, name, fallback, problem }) => [
    text.slice(start, end),
    name,
    ...(fallback === null ? [] : [`or ${fallback}`]),
    ...(problem ? [problem] : []),
  ])

/** Texts with braces everywhere. */
const braced = fc
  .array(fc.constantFrom('{', '{{', '}', '}}', '|', 'nome', 'Nome', 'nom', ' ', '\n', 'cliente', '👩🏽‍🚀', ','), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''))

describe('a variable', () => {
  it.each<[string, string, string[][]]>([
    ['stands anywhere in a text', 'Oi, {{nome}}!', [['{{nome}}', 'nome']]],
    ['may have a fallback', '{{nome|cliente}}', [['{{nome|cliente}}', 'nome', 'or cliente']]],
    ['may have spaces inside', '{{ nome | caro cliente }}', [['{{ nome | caro cliente }}', 'nome', 'or caro cliente']]],
    ['has none where the fallback is blank', '{{nome| }}', [['{{nome| }}', 'nome']]],
    ['may have a bar in its fallback', '{{nome|a|b}}', [['{{nome|a|b}}', 'nome', 'or a|b']]],
    ['is known in capitals, with accents and spaces', '{{Primeiro Nóme}}', [['{{Primeiro Nóme}}', 'primeiro_nome']]],
    [
      'may stand beside another',
      '{{nome}}{{cidade}}',
      [
        ['{{nome}}', 'nome'],
        ['{{cidade}}', 'cidade'],
      ],
    ],
    ['is unknown by another name', '{{nom|x}}', [['{{nom|x}}', 'nom', 'or x', 'unknown']]],
    [
      'is unknown by the name of what every object has',
      '{{constructor}}',
      [['{{constructor}}', 'constructor', 'unknown']],
    ],
    ['is unknown by number, as others call theirs', '{{1}}', [['{{1}}', '1', 'unknown']]],
    [
      'is empty without a name',
      '{{ }}{{|x}}',
      [
        ['{{ }}', '', 'empty'],
        ['{{|x}}', '', 'or x', 'empty'],
      ],
    ],
    ['is unclosed at the end of the text', 'Oi {{nome', [['{{nome', 'nome', 'unclosed']]],
    ['is unclosed with one brace', 'Oi {{nome}, tudo bem?', [['{{nome}', 'nome', 'unclosed']]],
    ['is unclosed up to the end of its word', 'Oi {{nome, tudo bem?', [['{{nome', 'nome', 'unclosed']]],
    ['is unclosed with a fallback', '{{nome|cliente, oi', [['{{nome|cliente', 'nome', 'or cliente', 'unclosed']]],
    ['is unclosed at the end of its line', '{{nome\n}}', [['{{nome', 'nome', 'unclosed']]],
    ['is unclosed without anything', 'a {{ b', [['{{ b', 'b', 'unclosed']]],
    [
      'is unclosed where another begins: none holds another',
      '{{nome|{{empresa}}}}',
      [
        ['{{nome|', 'nome', 'unclosed'],
        ['{{empresa}}', 'empresa'],
      ],
    ],
    ['has the inner braces of many', '{{{nome}}}', [['{{nome}}', 'nome']]],
    ['has two braces on each side', '{nome} nome}} } {', []],
  ])('%s: %j', (_what, text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('is written as it is read', () => {
    expect(variableText('nome')).toBe('{{nome}}')
    expect(variableText('nome', 'cliente')).toBe('{{nome|cliente}}')
    expect(variableText('nome', ' ')).toBe('{{nome}}')
    const anything = fc.oneof(braced, fc.string())
    fc.assert(
      fc.property(fc.constantFrom(...VARIABLE_NAMES), anything, (name, fallback) => {
        const text = variableText(name, fallback)
        const said = fallback
          .replace(/[{}]/g, '')
          .replace(/[\r\n\u2028\u2029]+/g, ' ')
          .trim()
        expect(readVariables(text)).toEqual([
          { start: 0, end: text.length, name, fallback: said || null, problem: null },
        ])
      }),
    )
  })

  it('lies within its text and touches no other, whatever the text', () => {
    fc.assert(
      fc.property(braced, (text) => {
        let from = 0
        for (const { start, end, problem } of readVariables(text)) {
          expect(start).toBeGreaterThanOrEqual(from)
          expect(text.slice(start, start + 2)).toBe('{{')
          if (problem !== 'unclosed') expect(text.slice(end - 2, end)).toBe('}}')
          from = end
        }
        expect(from).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

describe('the known variables', () => {
  it.each(VARIABLE_NAMES)('%s has a sample that fits every text, a longer worst case and a label', (name) => {
    const { sample, longest } = VARIABLES[name]
    expect(sample.length).toBeLessThanOrEqual(LIMITS.button)
    expect(longest.length).toBeGreaterThan(sample.length)
    expect(longest.length).toBeLessThanOrEqual(LIMITS.header)
    for (const { variables } of [ptBR, en]) expect(variables.names[name]).toBeTruthy()
  })
})

describe('a filled text', () => {
  it('has a value in the place of each variable', () => {
    expect(fillText('{{nome}}, {{ cidade }}!', (name) => `<${name}>`)).toBe('<nome>, <cidade>!')
    expect(fillText('Oi {{nome|cliente}}', (_, fallback) => fallback)).toBe('Oi cliente')
  })

  it('keeps what is broken or has no value as it stands', () => {
    const text = '{{nom}} {{}} {{cidade}} {{nome'
    expect(fillText(text, () => 'x')).toBe('{{nom}} {{}} x {{nome')
    expect(fillText(text, () => null)).toBe(text)
  })

  it('does not fill what a value brings along', () => {
    expect(fillText('{{nome}}{{cidade}}', () => '{{nome}}')).toBe('{{nome}}{{nome}}')
  })

  it('has samples on the phone, not fallbacks', () => {
    expect(sampleText('Oi, {{primeiro_nome|cliente}}')).toBe('Oi, Ana')
  })

  it('is counted with long values, or fallbacks that are longer still', () => {
    expect(worstText('Oi, {{primeiro_nome|cliente}}')).toBe('Oi, Maria Auxiliadora')
    expect(worstLength('{{nome}}')).toBe(40)
    expect(worstLength(variableText('pedido', 'ainda sem número de pedido'))).toBe(26)
    expect(worstLength('{{nom}} {{')).toBe(10)
  })
})

describe('a filled draft', () => {
  const draft = newDraft({
    header: '{{empresa}}',
    body: 'Oi, {{nome}}',
    footer: '{{nome|cliente}}',
    button: 'Ver {{pedido|pedido}}',
    sections: [
      newSection({
        title: 'Em {{cidade}}',
        rows: [newRow({ id: '{{data}}', title: '{{valor}}', description: '{{nome}}' })],
      }),
    ],
  })

  it('has every text filled that the person reads, its keys and IDs as they were', () => {
    const filled = fillDraft(draft, sampleText)
    expect(filled).toEqual({
      header: 'Casa das Tintas',
      body: 'Oi, Ana Beatriz Souza',
      footer: 'Ana Beatriz Souza',
      button: 'Ver 10482',
      sections: [
        {
          key: draft.sections[0]?.key,
          title: 'Em Campinas',
          rows: [
            {
              key: draft.sections[0]?.rows[0]?.key,
              id: '{{data}}',
              title: 'R$ 149,90',
              description: 'Ana Beatriz Souza',
            },
          ],
        },
      ],
    })
  })

  it('is the very same where there is nothing to fill', () => {
    fc.assert(
      fc.property(wildDraft, (made) => {
        expect(fillDraft(made, sampleText)).toBe(made)
        expect(variablesOf(made)).toEqual([])
      }),
    )
  })

  it('tells which variables it uses, and which have a fallback wherever they stand', () => {
    expect(variablesOf(draft)).toEqual([
      { name: 'empresa', fallback: null, isCovered: false },
      { name: 'nome', fallback: 'cliente', isCovered: false },
      { name: 'pedido', fallback: 'pedido', isCovered: true },
      { name: 'cidade', fallback: null, isCovered: false },
      { name: 'valor', fallback: null, isCovered: false },
    ])
  })
})
