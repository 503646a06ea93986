import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endOf, gapsFor, isSamePlace, LIST_END, type ListShape, landing, nextGap, placeOfKey } from './drag-places'

const shape: ListShape = [
  { key: 'A', rows: ['a', 'b', 'c'] },
  { key: 'B', rows: [] },
  { key: 'C', rows: ['d'] },
]

describe('the places of a drag', () => {
  it('are found by key', () => {
    expect(placeOfKey(shape, 'b')).toEqual({ s: 0, r: 1 })
    expect(placeOfKey(shape, 'C')).toEqual({ s: 2, r: null })
    expect(placeOfKey(shape, 'gone')).toBeNull()
  })

  it('close up behind a row that stays in its section', () => {
    const from = { s: 0, r: 0 }
    expect(landing(shape, from, 'a')).toEqual(from)
    expect(landing(shape, from, 'b')).toEqual(from)
    expect(landing(shape, from, 'c')).toEqual({ s: 0, r: 1 })
    expect(landing(shape, from, endOf('A'))).toEqual({ s: 0, r: 2 })
  })

  it('take a row into an empty section, and before or after the rows of another', () => {
    const from = { s: 0, r: 2 }
    expect(landing(shape, from, endOf('B'))).toEqual({ s: 1, r: 0 })
    expect(landing(shape, from, 'd')).toEqual({ s: 2, r: 0 })
    expect(landing(shape, from, endOf('C'))).toEqual({ s: 2, r: 1 })
    expect(landing(shape, from, 'B')).toBeNull()
  })

  it('take a section between others, but not a row between sections', () => {
    const from = { s: 0, r: null }
    expect(landing(shape, from, 'C')).toEqual({ s: 1, r: null })
    expect(landing(shape, from, LIST_END)).toEqual({ s: 2, r: null })
    expect(landing(shape, from, 'd')).toBeNull()
  })

  it('are each come to once by the arrows, from the first to the last and back', () => {
    const keys = shape.flatMap(({ key, rows }) => [key, ...rows])
    fc.assert(
      fc.property(fc.constantFrom(...keys), (key) => {
        const from = placeOfKey(shape, key)
        if (!from) throw new Error('not there')
        const walk = (start: string, by: -1 | 1) => {
          const way = [start]
          for (let gap = nextGap(shape, from, start, by); gap; gap = nextGap(shape, from, gap, by)) way.push(gap)
          return way.map((gap) => landing(shape, from, gap))
        }
        const first = gapsFor(shape, from)[0] ?? ''
        const down = walk(first, 1)
        expect(down).toHaveLength(from.r === null ? 3 : 6)
        expect(new Set(down.map((place) => JSON.stringify(place))).size).toBe(down.length)
        expect(down.some((place) => place && isSamePlace(place, from))).toBe(true)
        expect(walk(gapsFor(shape, from).at(-1) ?? '', -1).reverse()).toEqual(down)
      }),
    )
  })
})
