import { describe, expect, it } from 'vitest'
import { BEST_ROWS, fillDays, rankRows, readTrendDays, sumTrend } from './start-page'

describe('the best rows', () => {
  const figures = [
    { source: 'menu', got: 60 },
    { source: 'menu', got: 40 },
    { source: 'nps', got: 50 },
    { source: 'small', got: BEST_ROWS.got - 1 },
  ]

  it('stand by the share of those who got their list, over all its Sends', () => {
    const best = rankRows(figures, [
      { source: 'menu', rowId: 'boleto', chose: 20 },
      { source: 'menu', rowId: 'boleto', chose: 10 },
      { source: 'nps', rowId: '10', chose: 20 },
    ])
    expect(best).toEqual([
      { source: 'nps', rowId: '10', chose: 20, got: 50 },
      { source: 'menu', rowId: 'boleto', chose: 30, got: 100 },
    ])
  })

  it('are none of a list that too few people got, nor one that too few chose', () => {
    const best = rankRows(figures, [
      { source: 'small', rowId: 'a', chose: BEST_ROWS.got - 1 },
      { source: 'menu', rowId: 'b', chose: BEST_ROWS.chose - 1 },
    ])
    expect(best).toEqual([])
  })

  it('never have more who chose than who got it, though nobody told of a delivery', () => {
    const [row] = rankRows([{ source: 'menu', got: 30 }], [{ source: 'menu', rowId: 'a', chose: 45 }])
    expect(row).toMatchObject({ chose: 45, got: 45 })
  })
})

describe('the trend', () => {
  const march = { day: '2026-03-01', sent: 5, read: 3, replied: 1 }

  it('has every day up to the last one, over the end of a month', () => {
    expect(fillDays([march], '2026-03-02', 4)).toEqual([
      { day: '2026-02-27', sent: 0, read: 0, replied: 0 },
      { day: '2026-02-28', sent: 0, read: 0, replied: 0 },
      march,
      { day: '2026-03-02', sent: 0, read: 0, replied: 0 },
    ])
  })

  it('sums its days', () => {
    expect(sumTrend([march, march])).toEqual({ sent: 10, read: 6, replied: 2 })
  })

  it('shows 14 days unless 30 are asked for', () => {
    expect([readTrendDays('30'), readTrendDays('31'), readTrendDays(undefined)]).toEqual([30, 14, 14])
  })
})
