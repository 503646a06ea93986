import { describe, expect, it } from 'vitest'
import { comparedScope, readChoiceAddress, toChoiceQuery } from './choice'
import { positionEffect, tallyChoices } from './choice-tally'
import type { ListMessage } from './list-message'

const message = (...sections: [title: string, rows: [id: string, title: string][]][]): ListMessage => ({
  body: 'Escolha',
  button: 'Ver',
  sections: sections.map(([title, rows]) => ({ title, rows: rows.map(([id, label]) => ({ id, title: label })) })),
})
const counted = (entries: Record<string, number>) =>
  new Map(Object.entries(entries).map(([id, count]) => [id, { count, medianSeconds: 1 }]))

describe('the rows of a report', () => {
  const newest = message([
    'A',
    [
      ['x', 'Novo'],
      ['y', 'Igual'],
    ],
  ])
  const older = message([
    'A',
    [
      ['x', 'Antigo'],
      ['y', 'Igual'],
      ['z', 'Saiu'],
    ],
  ])
  const oldest = message([
    'A',
    [
      ['x', 'Primeiro'],
      ['z', 'Saía'],
    ],
  ])

  it('are called as the newest message calls them, and remember their older names once each', () => {
    const { rows } = tallyChoices([newest, older, oldest, older], counted({ x: 2, z: 5 }), new Map())
    expect(rows.map(({ id, title, otherTitles, count }) => ({ id, title, otherTitles, count }))).toEqual([
      { id: 'x', title: 'Novo', otherTitles: ['Antigo', 'Primeiro'], count: 2 },
      { id: 'y', title: 'Igual', otherTitles: [], count: 0 },
      { id: 'z', title: 'Saiu', otherTitles: ['Saía'], count: 5 },
    ])
  })

  it('that no message knows are called by their ID', () => {
    const { rows } = tallyChoices([newest], counted({ alien: 1 }), new Map())
    expect(rows.at(-1)).toMatchObject({ id: 'alien', title: 'alien', section: null, position: null })
  })
})

describe('the first rows', () => {
  const rows: [string, string][] = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => [id, id])
  const effect = (counts: number[], messages = [message(['', rows])]) =>
    positionEffect(
      tallyChoices(
        messages,
        counted(Object.fromEntries(counts.map((count, i) => [rows[i]?.[0] ?? '', count]))),
        new Map(),
      ),
    )

  it('are told where they got more than an even split could give by chance', () => {
    expect(effect([40, 30, 10, 10, 5, 5])).toEqual({ first: 2, share: 0.7, even: 1 / 3 })
  })

  it('are not told where chance explains it, where the order changed, or where rows are few', () => {
    expect(effect([3, 2, 2, 1, 1, 1])).toBeNull()
    expect(effect([10, 10, 10, 10, 10, 10])).toBeNull()
    expect(effect([40, 30, 10, 10, 5, 5], [message(['', rows]), message(['', rows.toReversed()])])).toBeNull()
    expect(effect([90, 5, 5], [message(['', rows.slice(0, 3)])])).toBeNull()
    expect(effect([])).toBeNull()
  })
})

describe('the address', () => {
  const SEND = '0198c0de-0000-7000-8000-000000000001'
  const OTHER = '0198c0de-0000-7000-8000-000000000002'

  it('comes back as it was written', () => {
    for (const query of [
      `send=${SEND}&compare=${OTHER}`,
      `template=${SEND}&version=3&audience=${OTHER}&from=2026-11-01&to=2026-11-22&compare=2&base=got`,
      `audience=${SEND}`,
      '',
    ]) {
      expect(toChoiceQuery(readChoiceAddress(Object.fromEntries(new URLSearchParams(query))))).toBe(query)
    }
  })

  it('keeps nothing that makes no sense', () => {
    expect(readChoiceAddress({ send: 'x', version: '2', compare: SEND, from: 'ontem' })).toEqual({ base: 'replied' })
    expect(readChoiceAddress({ send: SEND, template: OTHER, version: '2', compare: SEND })).toEqual({
      send: SEND,
      base: 'replied',
    })
    expect(readChoiceAddress({ template: SEND, version: '2', compare: '2' })).not.toHaveProperty('compare')
  })

  it('names what stands beside it, for the same people and days', () => {
    const scope = readChoiceAddress({ template: SEND, version: '3', compare: '2', audience: OTHER, from: '2026-11-01' })
    expect(comparedScope(scope)).toEqual({ template: SEND, version: 2, audience: OTHER, from: '2026-11-01' })
    expect(comparedScope(readChoiceAddress({ send: SEND }))).toBeNull()
  })
})
