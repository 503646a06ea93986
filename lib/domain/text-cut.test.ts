import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { characterAt, cutAtWord, firstCharacters, partAtSpace } from './text-cut'

describe('a text that is cut', () => {
  it.each([
    ['ends at a word', 'Ver todas as opções disponíveis', 20, 'Ver todas as opções'],
    ['stays whole where it fits, without its outer spaces', '  Ver opções ', 20, 'Ver opções'],
    ['ends with a word that just fits', 'Smartphone X de 128 GB azul', 22, 'Smartphone X de 128 GB'],
    ['leaves no bracket or dash hanging', 'Fone Bluetooth (preto)', 16, 'Fone Bluetooth'],
    ['leaves no bracket or dash hanging', 'Smartphone X - azul', 15, 'Smartphone X'],
    ['is parted within a word that takes more than half of the room', 'A otorrinolaringologista', 12, 'A otorrinola'],
    ['is parted at a slash rather than within a word', 'ab celulares/acessórios', 15, 'ab celulares'],
    ['keeps an emoji whole', '🔥🔥🔥🔥🔥', 5, '🔥🔥'],
    ['keeps an emoji of several parts whole', 'Equipe👩🏽‍🚀👩🏽‍🚀', 16, 'Equipe👩🏽‍🚀'],
    ['keeps an accent with its letter', 'e\u0301e\u0301e\u0301', 3, 'e\u0301'],
    ['is never emptied by one character that is longer than the limit', `a${'\u0301'.repeat(30)}`, 3, 'a\u0301\u0301'],
  ])('%s: %j', (_what, text, max, cut) => {
    expect(cutAtWord(text, max)).toBe(cut)
  })

  it('is a beginning of the text, within the limit, of whole characters and never empty', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.lorem())
    const longest = (characters: Intl.SegmentData[]) => Math.max(0, ...characters.map(({ segment }) => segment.length))
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 40 }), (made, max) => {
        const whole = made.trim()
        const characters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(whole)]
        const ends = characters.map(({ index, segment }) => index + segment.length)
        for (const cut of [cutAtWord(made, max), firstCharacters(whole, max)]) {
          expect(whole.startsWith(cut)).toBe(true)
          expect(cut.length).toBeLessThanOrEqual(Math.max(max, 0))
          expect(cut === '').toBe(whole === '')
          if (longest(characters) <= max && cut !== '') expect(ends).toContain(cut.length)
        }
      }),
    )
  })
})

describe('a text that is parted at a space', () => {
  it('keeps as many words in its head as fit, and every word in all', () => {
    expect(partAtSpace('Smartphone X de 128 GB azul', 24)).toEqual({ head: 'Smartphone X de 128 GB', rest: 'azul' })
    expect(partAtSpace('abc  def', 3)).toEqual({ head: 'abc', rest: 'def' })
  })

  it('is not parted within its first word', () => {
    expect(partAtSpace('Otorrinolaringologistas e mais', 10)).toBeNull()
    expect(partAtSpace('', 10)).toBeNull()
  })
})

it('a character is found whole wherever it is pointed at', () => {
  expect(characterAt('a👩🏽‍🚀b', 3)).toBe('👩🏽‍🚀')
  expect(characterAt('a', 9)).toBe('')
})
