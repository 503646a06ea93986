import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FORMATS, type Format, formatsAt, toggleFormat } from './text-format'
import { toPlainText } from './whatsapp-text'

/** "[" and "]" around what is selected, "|" for a caret. */
function at(marked: string) {
  const caret = marked.indexOf('|')
  if (caret >= 0) return { text: marked.replace('|', ''), start: caret, end: caret }
  const start = marked.indexOf('[')
  return { text: marked.replace(/[[\]]/g, ''), start, end: marked.indexOf(']') - 1 }
}
const show = ({ text, start, end }: ReturnType<typeof at>) =>
  start === end
    ? `${text.slice(0, start)}|${text.slice(start)}`
    : `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`
const toggled = (marked: string, format: Format) => show(toggleFormat(at(marked), format))

describe('marks', () => {
  it.each<[Format, string, string]>([
    ['bold', 'Oi, [Ana]!', 'Oi, *[Ana]*!'],
    ['italic', '[Oi, Ana]', '_[Oi, Ana]_'],
    ['strike', 'de [R$ 90] por R$ 70', 'de ~[R$ 90]~ por R$ 70'],
    ['code', 'cupom [OI10]', 'cupom `[OI10]`'],
  ])('%s stands around what is selected, and goes again', (format, before, after) => {
    expect(toggled(before, format)).toBe(after)
    expect(toggled(after, format)).toBe(before)
  })

  it('leave spaces at the ends of a selection outside', () => {
    expect(toggled('a[ b c ]d', 'bold')).toBe('a[ *b c* ]d')
    expect(toggled('a[ *b c* ]d', 'bold')).toBe('a[ b c ]d')
  })

  it('mark line by line, behind what makes a line an item or a quote', () => {
    expect(toggled('[- um\n\n2. dois\n> três]', 'bold')).toBe('[- *um*\n\n2. *dois*\n> *três]*')
  })

  it('take whole words, as WhatsApp draws no mark within one', () => {
    expect(toggled('cora[çõ]es', 'bold')).toBe('*cora[çõ]es*')
    expect(toggled('Oi[!]', 'bold')).toBe('*Oi[!]*')
    expect(toggled('em https://a[.com]/b', 'bold')).toBe('em *https://a[.com]/b*')
  })

  it('are for the word at a caret, else a pair to write in', () => {
    expect(toggled('Oi, A|na', 'bold')).toBe('Oi, *A|na*')
    expect(toggled('Oi, *A|na*', 'bold')).toBe('Oi, A|na')
    expect(toggled('Ana|', 'bold')).toBe('*Ana|*')
    expect(toggled('Oi, |', 'bold')).toBe('Oi, *|*')
    expect(toggled('Oi, *|*', 'italic')).toBe('Oi, *_|_*')
    expect(toggled('Oi, *_|_*', 'italic')).toBe('Oi, *|*')
    expect(toggled('Oi, *|*', 'bold')).toBe('Oi, |')
  })

  it('are parted and joined', () => {
    expect(toggled('*a [b] c*', 'bold')).toBe('*a* [b] *c*')
    expect(toggled('*a* [b] *c*', 'bold')).toBe('*a [b] c*')
    expect(toggled('a *b* [c]', 'bold')).toBe('a *b [c]*')
  })

  it('never cross each other', () => {
    expect(toggled('_a [b_ c]', 'bold')).toBe('_a *[b*_ *c]*')
    expect(toggled('_a *[b*_ *c]*', 'bold')).toBe('_a [b_ c]')
  })

  it('leave what is code alone, and make one block of several lines', () => {
    expect(toggled('```a [b] c```', 'bold')).toBe('```a [b] c```')
    expect(toggled('[um\ndois] ', 'code')).toBe('```[um\ndois]``` ')
    expect(toggled('```[um\ndois]``` ', 'code')).toBe('[um\ndois] ')
    expect(toggled('```um\nd|ois```', 'code')).toBe('um\nd|ois')
  })

  it('do not part a variable or an emoji', () => {
    expect(toggled('Oi {{no[me}}]', 'bold')).toBe('Oi *{{no[me}}]*')
    expect(toggled('Oi [👩🏽‍💻]', 'bold')).toBe('Oi *[👩🏽‍💻]*')
  })
})

describe('lists and quotes', () => {
  it.each<[Format, string, string]>([
    ['bullets', 'Temos:\n[Fone\nCapa]', 'Temos:\n- [Fone\n- Capa]'],
    ['numbers', 'Temos:\n[Fone\nCapa]', 'Temos:\n1. [Fone\n2. Capa]'],
    ['quote', 'Temos:\nFo|ne', 'Temos:\n> Fo|ne'],
    ['bullets', 'Temos:\n|', 'Temos:\n- |'],
  ])('%s take whole lines, and leave them again', (format, before, after) => {
    expect(toggled(before, format)).toBe(after)
    expect(toggled(after, format)).toBe(before)
  })

  it('pass over empty lines, count on from the line above, and take the place of one another', () => {
    expect(toggled('[a\n\nb]', 'bullets')).toBe('- [a\n\n- b]')
    expect(toggled('4. a\n[b\nc]', 'numbers')).toBe('4. a\n5. [b\n6. c]')
    expect(toggled('> [a\n- b]', 'numbers')).toBe('1. [a\n2. b]')
  })
})

describe('what holds', () => {
  it.each([
    ['*a _b|_ c*', ['bold', 'italic']],
    ['*a [b_ c]*', ['bold']],
    ['a [*b* c]', []],
    ['> *a| b*', ['bold', 'quote']],
    ['- ~|~', ['strike', 'bullets']],
    ['```a|\nb```', ['code']],
    ['*a*|', []],
    ['[1. a\n2. b]', ['numbers']],
  ])('at %s is told', (marked, formats) => {
    expect(formatsAt(at(marked))).toEqual(formats)
  })
})

const word = fc.constantFrom(
  'oi',
  'Ana',
  'ção',
  'a',
  '👋',
  '10',
  '{{nome}}',
  'https://a.com/b_c',
  '👍🏽',
  'x!',
  '(sim)',
)
const gap = fc.constantFrom(' ', '  ', '\n', '\n\n', ', ')
const plain = fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 8 }).map((parts) => parts.flat().join(''))
const anything = fc
  .array(fc.constantFrom('a', 'é', ' ', '*', '_', '~', '`', '\n', '- ', '> ', '1. ', '```', '{{a}}', '👋', '!'), {
    maxLength: 24,
  })
  .map((parts) => parts.join(''))
const selectionIn = (texts: fc.Arbitrary<string>) =>
  texts.chain((text) =>
    fc
      .tuple(fc.nat(text.length), fc.nat(text.length))
      .map(([a, b]) => ({ text, start: Math.min(a, b), end: Math.max(a, b) })),
  )
const format = fc.constantFrom(...FORMATS)
/** Without marks and what lines begin with. */
const bare = (text: string) => text.replaceAll(/[*_~`\s>.\d-]/g, '')
const spoken = (text: string) => toPlainText(text).replaceAll(/\s+/g, ' ').trim()

describe('of any text', () => {
  it('twice is back where it began', () => {
    fc.assert(
      fc.property(selectionIn(plain), format, (selected, one) => {
        const once = toggleFormat(selected, one)
        const twice = toggleFormat(once, one)
        expect(twice.text).toBe(selected.text)
      }),
      { numRuns: 1000 },
    )
  })

  it('what changed holds where it was wanted, and no word is lost', () => {
    fc.assert(
      fc.property(selectionIn(plain), format, (selected, one) => {
        const once = toggleFormat(selected, one)
        if (once.text === selected.text) return
        expect(formatsAt(once)).toContain(one)
        const isEmptyPair = selected.start === selected.end && once.text.length === selected.text.length + 2
        if (!isEmptyPair && one !== 'code') expect(bare(spoken(once.text))).toBe(bare(spoken(selected.text)))
      }),
      { numRuns: 1000 },
    )
  })

  it('whatever is written there, the selection stays within and holds the same words', () => {
    fc.assert(
      fc.property(selectionIn(anything), format, (selected, one) => {
        const { text, start, end } = toggleFormat(selected, one)
        expect(0 <= start && start <= end && end <= text.length).toBe(true)
        expect(bare(text)).toBe(bare(selected.text))
      }),
      { numRuns: 2000 },
    )
  })
})
