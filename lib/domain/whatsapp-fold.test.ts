import { describe, expect, it } from 'vitest'
import { drawnLength, foldWhatsAppText } from './whatsapp-fold'
import { parseWhatsAppText } from './whatsapp-text'

const fold = (text: string, units: number, lines = 99) => foldWhatsAppText(parseWhatsAppText(text), { units, lines })

describe('a text folded behind "read more"', () => {
  it('is not folded while all of it fits, to the last character', () => {
    expect(fold('abc', 3)).toBeNull()
    expect(fold('abc\nde', 6)).toBeNull()
    expect(fold('', 3)).toBeNull()
  })

  it('ends after so many units', () => {
    expect(fold('abcd', 3)).toEqual([{ kind: 'lines', lines: [[{ kind: 'text', text: 'abc' }]] }])
  })

  it('ends after so many lines, empty ones among them', () => {
    expect(fold('a\n\nb', 99, 2)).toEqual([{ kind: 'lines', lines: [[{ kind: 'text', text: 'a' }], []] }])
    expect(fold('a\n\nb', 99, 3)).toBeNull()
  })

  it('keeps a mark drawn that lies across the fold', () => {
    expect(fold('a *bold* text', 4)).toEqual([
      {
        kind: 'lines',
        lines: [
          [
            { kind: 'text', text: 'a ' },
            { kind: 'bold', children: [{ kind: 'text', text: 'bo' }] },
          ],
        ],
      },
    ])
  })

  it('keeps the markers of list items, and drops those behind the fold', () => {
    expect(fold('1. um\n2. dois\nfim', 3)).toEqual([
      { kind: 'numbers', items: [{ marker: '1. ', children: [{ kind: 'text', text: 'um' }] }] },
    ])
  })

  it('never parts a character', () => {
    expect(fold('ab👩‍👩‍👧‍👦', 4)).toEqual([{ kind: 'lines', lines: [[{ kind: 'text', text: 'ab' }]] }])
  })
})

it('the drawn length leaves out marks and line breaks', () => {
  expect(drawnLength(parseWhatsAppText('*ab* c\n- d\n\n_~e~_'))).toBe(6)
})
