import type { ChoiceBase, ChoiceReport, ChoiceRow } from './choice'
import {
  type DifferenceInterval,
  type DifferenceVerdict,
  differenceInterval,
  judgeDifference,
  type ShareInterval,
  SMALL_SAMPLE,
  shareInterval,
  standardErrors,
} from './choice-interval'
import { baseOf } from './choice-tally'

/** One side's row, and its share there. */
export type ComparedRow = Pick<ChoiceRow, 'title' | 'count'> & { share: ShareInterval | null }

/** @property verdict `only…`: the row stands in that one's message alone, so that there is nothing to compare */
export type ComparedLine = {
  rowId: string
  first: ComparedRow | null
  second: ComparedRow | null
  difference: DifferenceInterval | null
  verdict: DifferenceVerdict | { kind: 'onlyFirst' | 'onlySecond' }
}

/**
 * @property together of how many rows the 95 % hold at once, so that ten looks are not ten chances to be fooled
 * @property answering how many of those who got it chose anything: a question of its own
 * @property small the sides of whom so little is known that only a large difference could show
 */
export type Comparison = {
  lines: ComparedLine[]
  together: number
  answering: { difference: DifferenceInterval | null; verdict: DifferenceVerdict }
  small: { first: boolean; second: boolean }
}

/** Two reports row by row ID: the first one's order, then what only the second has. */
export function compareChoices(first: ChoiceReport, second: ChoiceReport, base: ChoiceBase): Comparison {
  const ofFirst = baseOf(first.totals, base)
  const ofSecond = baseOf(second.totals, base)
  const inSecond = new Map(second.rows.map((row) => [row.id, row]))
  const inFirst = new Set(first.rows.map(({ id }) => id))
  const pairs = [
    ...first.rows.map((row) => ({ rowId: row.id, a: row, b: inSecond.get(row.id) ?? null })),
    ...second.rows.filter(({ id }) => !inFirst.has(id)).map((row) => ({ rowId: row.id, a: null, b: row })),
  ]
  const together = Math.max(1, pairs.filter(({ a, b }) => a && b).length)
  const z = standardErrors(together)
  const lines = pairs.map(({ rowId, a, b }): ComparedLine => {
    const difference =
      a && b ? differenceInterval({ count: a.count, of: ofFirst }, { count: b.count, of: ofSecond }, z) : null
    return {
      rowId,
      first: a && { title: a.title, count: a.count, share: shareInterval(a.count, ofFirst) },
      second: b && { title: b.title, count: b.count, share: shareInterval(b.count, ofSecond) },
      difference,
      verdict: a && b ? judgeDifference(difference) : { kind: a ? 'onlyFirst' : 'onlySecond' },
    }
  })
  const answering = differenceInterval(
    { count: first.totals.chose, of: first.totals.got },
    { count: second.totals.chose, of: second.totals.got },
  )
  return {
    lines,
    together,
    answering: { difference: answering, verdict: judgeDifference(answering) },
    small: { first: ofFirst < SMALL_SAMPLE, second: ofSecond < SMALL_SAMPLE },
  }
}
