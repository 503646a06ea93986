import listedEn from 'emojibase-data/en/data.json'
import { version } from 'emojibase-data/package.json'
import listedPt from 'emojibase-data/pt/data.json'
import { describe, expect, it } from 'vitest'
import {
  EMOJI_CATEGORIES,
  EMOJI_SET,
  EMOJI_TONES,
  entriesOf,
  findEmoji,
  toEmojiSet,
  withRecent,
  withTone,
} from './emoji'

const pt = toEmojiSet(listedPt)
const en = toEmojiSet(listedEn)
const first = (typed: string, count = 1, set = pt) =>
  findEmoji(set, typed)
    .slice(0, count)
    .map(([emoji]) => emoji)

describe('the set of emoji', () => {
  it('is named after the data that it is made of', () => {
    expect(EMOJI_SET.startsWith(`${version}-`)).toBe(true)
  })

  it('has every category in both languages, and the same emoji in both', () => {
    expect(pt).toHaveLength(EMOJI_CATEGORIES.length)
    expect(pt.every((list) => list.length > 50)).toBe(true)
    const emojiOf = (set: typeof pt) => set.flat().map(([emoji]) => emoji)
    expect(emojiOf(pt)).toEqual(emojiOf(en))
    expect(new Set(emojiOf(pt)).size).toBe(pt.flat().length)
  })

  it('spends no character of a limit on what nobody sees', () => {
    expect(pt[0]?.[0]?.[0]).toBe('😀')
    const [hand] = findEmoji(pt, 'mão levantada')
    expect(hand?.[0]).toBe('✋')
    expect(first('coração vermelho')).toEqual(['❤️'])
  })

  it('gives tones of skin only where they come out as the standard has them', () => {
    const standard = new Set(
      listedPt.flatMap(({ skins }) => skins?.map(({ emoji }) => emoji.replaceAll('\ufe0f', '')) ?? []),
    )
    const toned = pt.flat().filter(([, , , hasTones]) => hasTones)
    expect(toned.length).toBeGreaterThan(200)
    for (const [emoji] of toned)
      for (const tone of EMOJI_TONES) expect(standard).toContain(withTone(emoji, tone).replaceAll('\ufe0f', ''))
    expect(withTone('👍', null)).toBe('👍')
    expect(withTone('☝️', 'medium')).toBe('☝🏽')
  })
})

describe('the search for emoji', () => {
  it('finds by Brazilian words, with accents or without', () => {
    expect(first('coração', 40)).toContain('❤️')
    expect(first('coracao', 40)).toEqual(first('Coração', 40))
    expect(first('feliz', 60)).toContain('😃')
    expect(first('dinheiro', 10)).toContain('💵')
    expect(first('bandeira brasil')).toEqual(['🇧🇷'])
    expect(first('heart', 40, en)).toContain('❤️')
  })

  it('puts names before other words, and knows words by their beginnings only', () => {
    expect(first('fogo')).toEqual(['🔥'])
    expect(findEmoji(pt, 'ação').some(([, name]) => name === 'coração vermelho')).toBe(false)
    expect(findEmoji(pt, 'xyzw')).toEqual([])
  })

  it('finds an emoji by itself', () => {
    expect(first('✋')).toEqual(['✋'])
  })
})

describe('emoji used last', () => {
  it('come newest first, each once, and not without end', () => {
    expect(withRecent(['🔥', '❤️'], '❤️')).toEqual(['❤️', '🔥'])
    const many = pt.flat().map(([emoji]) => emoji)
    expect(many.reduce<string[]>(withRecent, [])).toEqual(many.slice(-24).reverse())
  })

  it('are named after the set, in their tone; what nobody knows is left out', () => {
    expect(entriesOf(pt, ['👍🏽', 'x', '🔥']).map(([emoji, name]) => [emoji, name])).toEqual([
      ['👍🏽', 'polegar para cima'],
      ['🔥', 'fogo'],
    ])
  })
})
