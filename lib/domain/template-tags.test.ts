import { describe, expect, it } from 'vitest'
import { tagSchema, tagsSchema, toTagCounts, withTagRenamed } from './template-tags'

describe('a tag', () => {
  it('loses spaces at its ends, double ones and what nobody can see', () => {
    expect(tagSchema.parse('  Pós\u200b-venda \n  loja ')).toBe('Pós-venda loja')
    expect(tagSchema.parse('a\0\ud83d')).toBe('a')
    expect(tagSchema.parse('Equipe 👩‍💻')).toBe('Equipe 👩‍💻')
  })

  it.each([
    ['', 'tagRequired'],
    ['  \u200b ', 'tagRequired'],
    ['a'.repeat(31), 'tagTooLong'],
  ])('is refused as %j', (text, code) => {
    expect(tagSchema.safeParse(text).error?.issues[0]?.message).toBe(code)
  })

  it('takes thirty characters', () => expect(tagSchema.parse(` ${'é'.repeat(30)} `)).toHaveLength(30))
})

describe('tags of one list', () => {
  it('fold case and accents: one written twice counts once, as it was written first', () => {
    expect(tagsSchema.parse(['Cobrança', 'cobranca', ' COBRANÇA '])).toEqual(['Cobrança'])
  })

  it('are ten at most, counted after those that repeat', () => {
    const ten = Array.from({ length: 10 }, (_, i) => `tag ${i}`)
    expect(tagsSchema.parse([...ten, 'TAG 3'])).toHaveLength(10)
    expect(tagsSchema.safeParse([...ten, 'mais uma']).error?.issues[0]?.message).toBe('tooManyTags')
  })

  it('are renamed in their place, and are not there twice then', () => {
    expect(withTagRenamed(['a', 'b', 'c'], 'B', 'x')).toEqual(['a', 'x', 'c'])
    expect(withTagRenamed(['a', 'b', 'c'], 'b', 'A')).toEqual(['a', 'c'])
    expect(withTagRenamed(['a', 'b'], 'b', null)).toEqual(['a'])
  })
})

it('spellings of one tag are counted together under the most used, in alphabetical order', () => {
  expect(
    toTagCounts([
      { tag: 'Zebra', count: 1 },
      { tag: 'agua', count: 2 },
      { tag: 'Água', count: 5 },
    ]),
  ).toEqual([
    { tag: 'Água', count: 7 },
    { tag: 'Zebra', count: 1 },
  ])
})
