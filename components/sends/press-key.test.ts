import { beforeEach, describe, expect, it } from 'vitest'
import { claimPressKey, fingerprint, type PressPlace, spendPressKey } from './press-key'

const NOW = Date.UTC(2026, 10, 22, 12)
const HOUR = 3_600_000
const sent = { sendId: 'a send', at: new Date(NOW).toISOString() }

function makePlace(): PressPlace {
  const kept = new Map<string, string>()
  return { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => void kept.set(name, value) }
}

let place = makePlace()
beforeEach(() => {
  place = makePlace()
})

describe('the key of a press', () => {
  it('is one for the same content, whichever tab asks and after a reload', () => {
    expect(claimPressKey(place, 'a', NOW + HOUR)).toEqual({
      key: claimPressKey(place, 'a', NOW).key,
      earlier: undefined,
    })
  })

  it('is another for other content, and the first again when the content comes back', () => {
    const { key } = claimPressKey(place, 'a', NOW)
    expect(claimPressKey(place, 'b', NOW).key).not.toBe(key)
    expect(claimPressKey(place, 'a', NOW).key).toBe(key)
  })

  it('is a new one once it was sent, and tells what was sent', () => {
    const { key } = claimPressKey(place, 'a', NOW)
    spendPressKey(place, 'a', key, sent)
    const next = claimPressKey(place, 'a', NOW)
    expect(next.key).not.toBe(key)
    expect(next.earlier).toEqual(sent)
    expect(claimPressKey(place, 'a', NOW)).toEqual(next)
  })

  it('is not taken from another tab that means a new press already', () => {
    const { key } = claimPressKey(place, 'a', NOW)
    spendPressKey(place, 'a', key, sent)
    const next = claimPressKey(place, 'a', NOW)
    spendPressKey(place, 'a', key, sent)
    expect(claimPressKey(place, 'a', NOW).key).toBe(next.key)
  })

  it('is forgotten after a day', () => {
    const { key } = claimPressKey(place, 'a', NOW)
    expect(claimPressKey(place, 'a', NOW + 25 * HOUR).key).not.toBe(key)
  })

  it('is there even where nothing can be kept', () => {
    const full: PressPlace = {
      getItem: () => 'no JSON',
      setItem: () => {
        throw new Error('full')
      },
    }
    expect(claimPressKey(full, 'a', NOW).key).toMatch(/^[0-9a-f]{32}$/)
  })

  it('does not let the storage grow for ever', () => {
    for (let i = 0; i < 60; i++) claimPressKey(place, `content ${i}`, NOW + i)
    expect(place.getItem('listazap.presses')?.length).toBeLessThan(6000)
  })
})

describe('a fingerprint', () => {
  it('differs for texts that differ by one letter, or in order', () => {
    expect(new Set(['ab', 'ba', 'a', 'b', 'abc', ''].map(fingerprint)).size).toBe(6)
  })
})
