import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceInterval, judgeDifference, shareInterval, standardErrors } from './choice-interval'

const rounded = (value: number) => Math.round(value * 10_000) / 10_000

describe('the interval of a share', () => {
  // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998)
  // 857-872, table I, method 3 (score, without continuity correction).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('is that of Newcombe 1998 for %i of %i', (count, of, low, high) => {
    const found = shareInterval(count, of)
    expect(found && [rounded(found.low), rounded(found.high)]).toEqual([low, high])
  })

  it('holds the share, stays within 0 and 1, and narrows as people are more', () => {
    assert(
      property(integer({ min: 1, max: 100_000 }), integer({ min: 0, max: 100_000 }), (of, some) => {
        const count = some % (of + 1)
        const few = shareInterval(count, of)
        const many = shareInterval(count * 10, of * 10)
        if (!few || !many) throw new Error('Somebody was asked.')
        expect(few.low).toBeGreaterThanOrEqual(0)
        expect(few.high).toBeLessThanOrEqual(1)
        expect(few.low).toBeLessThanOrEqual(few.share)
        expect(few.high).toBeGreaterThanOrEqual(few.share)
        expect(many.high - many.low).toBeLessThan(few.high - few.low)
      }),
    )
  })

  it('is nothing where nobody got it', () => {
    expect(shareInterval(0, 0)).toBeNull()
  })
})

describe('the interval of a difference', () => {
  // R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven
  // methods", Statistics in Medicine 17 (1998) 873-890, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('is that of Newcombe 1998 for %i of %i and %i of %i', (a, m, b, n, low, high) => {
    const found = differenceInterval({ count: a, of: m }, { count: b, of: n })
    expect(found && [rounded(found.low), rounded(found.high)]).toEqual([low, high])
  })

  it('changes its sign, and nothing else, when the two change places', () => {
    const group = integer({ min: 1, max: 5_000 })
    const part = integer({ min: 0, max: 5_000 })
    assert(
      property(group, part, group, part, (m, a, n, b) => {
        const first = { count: a % (m + 1), of: m }
        const second = { count: b % (n + 1), of: n }
        const there = differenceInterval(first, second)
        const back = differenceInterval(second, first)
        expect(there?.low).toBeCloseTo(-(back?.high ?? 9), 12)
        expect(there?.high).toBeCloseTo(-(back?.low ?? 9), 12)
      }),
    )
  })

  it('widens where several are looked at together', () => {
    const groups = [
      { count: 56, of: 70 },
      { count: 48, of: 80 },
    ] as const
    const alone = differenceInterval(...groups)
    const among = differenceInterval(...groups, standardErrors(10))
    expect(alone?.low).toBeGreaterThan(0)
    expect(among?.low).toBeLessThan(0)
  })
})

// Any table of the normal distribution: 95 %, 97.5 % and 99.5 % to both sides.
it.each([
  [1, 1.959964],
  [2, 2.241403],
  [10, 2.807034],
])('as many standard errors as the tables say hold 95 %% for %i at once', (together, z) => {
  expect(standardErrors(together)).toBeCloseTo(z, 6)
})

describe('what is said of a difference', () => {
  const judge = (a: number, m: number, b: number, n: number) =>
    judgeDifference(differenceInterval({ count: a, of: m }, { count: b, of: n }))

  it('is nothing where the interval holds zero', () => {
    expect(judge(5, 56, 0, 29)).toEqual({ kind: 'same' })
    expect(judge(10, 100, 10, 100)).toEqual({ kind: 'same' })
  })

  it('names who had more, and between how many points', () => {
    expect(judge(56, 70, 48, 80)).toEqual({ kind: 'first', from: 5, to: 33 })
    expect(judge(48, 80, 56, 70)).toEqual({ kind: 'second', from: 5, to: 33 })
  })

  it('is that nobody can know where one side has nobody', () => {
    expect(judge(0, 0, 5, 10)).toEqual({ kind: 'unknown' })
  })
})
