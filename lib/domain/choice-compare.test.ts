import { array, assert, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChoiceReport } from './choice'
import { compareChoices } from './choice-compare'

function report(of: number, counts: Record<string, number>): ChoiceReport {
  const chose = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return {
    scope: {},
    name: 'Ajuda',
    message: { body: 'Escolha', button: 'Ver', sections: [] },
    sentAt: '2026-11-20T12:00:00.000Z',
    version: null,
    templateId: null,
    sendCount: 1,
    isTest: false,
    isRehearsal: false,
    rehearsalsLeftOut: 0,
    totals: { recipients: of, got: of, read: of, readOnly: 0, replied: of, chose, typed: of - chose },
    rows: Object.entries(counts).map(([id, count], position) => ({
      id,
      title: id.toUpperCase(),
      description: null,
      otherTitles: [],
      section: 0,
      position,
      count,
      medianSeconds: null,
    })),
    sections: [],
    medianSeconds: null,
    isOrderStable: true,
    typed: { groups: [], total: 0, isCut: false },
  }
}

describe('two reports side by side', () => {
  it('are compared by row ID, and what stands in one alone is told', () => {
    const { lines, together } = compareChoices(
      report(1000, { a: 500, b: 100, gone: 20 }),
      report(1000, { b: 103, a: 300, fresh: 9 }),
      'replied',
    )
    expect(together).toBe(2)
    expect(lines.map(({ rowId, verdict }) => [rowId, verdict])).toEqual([
      ['a', { kind: 'first', from: 15, to: 25 }],
      ['b', { kind: 'same' }],
      ['gone', { kind: 'onlyFirst' }],
      ['fresh', { kind: 'onlySecond' }],
    ])
    expect(lines[2]?.difference).toBeNull()
  })

  it('of few people are marked, and say nothing where nobody answered', () => {
    const { lines, small, answering } = compareChoices(report(12, { a: 6 }), report(0, { a: 0 }), 'replied')
    expect(small).toEqual({ first: true, second: true })
    expect(lines[0]?.verdict).toEqual({ kind: 'unknown' })
    expect(answering.verdict).toEqual({ kind: 'unknown' })
  })

  it('name nobody as having had more where the interval holds zero', () => {
    const part = record({
      of: integer({ min: 1, max: 3000 }),
      counts: array(integer({ min: 0, max: 200 }), { maxLength: 10 }),
    })
    const toReport = ({ of, counts }: { of: number; counts: number[] }) =>
      report(of, Object.fromEntries(counts.map((count, i) => [`r${i}`, Math.min(count, of)])))
    assert(
      property(part, part, (first, second) => {
        for (const { difference, verdict } of compareChoices(toReport(first), toReport(second), 'got').lines) {
          const holdsZero = !difference || (difference.low <= 0 && difference.high >= 0)
          expect(verdict.kind === 'first' || verdict.kind === 'second').toBe(!holdsZero)
        }
      }),
    )
  })

  it('a thing with itself shows no difference', () => {
    const same = report(400, { a: 100, b: 30 })
    const { lines, answering } = compareChoices(same, same, 'got')
    expect(lines.every(({ verdict }) => verdict.kind === 'same')).toBe(true)
    expect(answering.verdict).toEqual({ kind: 'same' })
  })
})
