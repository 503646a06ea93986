import { describe, expect, it } from 'vitest'
import { type ListFacts, listPauseMs, nextListReadingMs, planListReading } from './list-reading'

const MINUTE = 60_000
/** Half past an hour, so that no boundary is near. */
const now = 1_000 * 60 * MINUTE + 34 * MINUTE
const facts = (changes: Partial<ListFacts> = {}): ListFacts => ({
  now,
  nextAt: now - 1,
  readAt: now - MINUTE,
  webhookAt: null,
  newestSendAt: null,
  ...changes,
})

describe('the list of messages', () => {
  it('is read when it is due, over what was sent just now', () => {
    expect(planListReading(facts())).toEqual({ kind: 'read', backMs: 15 * MINUTE, pages: 60, isDeep: false })
    expect(planListReading(facts({ nextAt: now + 1 }))).toEqual({ kind: 'wait' })
  })

  it('is read further back every ten minutes, further still every hour, and a day at first', () => {
    expect(planListReading(facts({ readAt: now - 5 * MINUTE }))).toMatchObject({ backMs: 6 * 60 * MINUTE })
    expect(planListReading(facts({ readAt: now - 40 * MINUTE }))).toMatchObject({ backMs: 72 * 60 * MINUTE })
    expect(planListReading(facts({ readAt: null }))).toMatchObject({ backMs: 24 * 60 * MINUTE })
  })

  it('is left alone while webhooks come, but for a look every half hour', () => {
    const webhookAt = now - MINUTE
    expect(planListReading(facts({ webhookAt }))).toEqual({ kind: 'skip' })
    expect(planListReading(facts({ webhookAt, readAt: null }))).toEqual({ kind: 'skip' })
    expect(planListReading(facts({ webhookAt, readAt: now - 31 * MINUTE }))).toMatchObject({ kind: 'read' })
    expect(planListReading(facts({ webhookAt: now - 3 * MINUTE }))).toMatchObject({ kind: 'read' })
  })

  it('does not wait for its turn where somebody has sent since, unless webhooks come', () => {
    const waiting = { nextAt: now + 9 * MINUTE, newestSendAt: now - 10_000 }
    expect(planListReading(facts(waiting))).toMatchObject({ kind: 'read' })
    expect(planListReading(facts({ ...waiting, webhookAt: now - 1_000 }))).toEqual({ kind: 'wait' })
    expect(planListReading(facts({ ...waiting, readAt: now - 1_000 }))).toEqual({ kind: 'wait' })
  })

  it('is asked less and less where it has nothing to tell', () => {
    const every = (isLive: boolean) =>
      [0, 1, 2, 5, 50].map((idle) => Math.round(nextListReadingMs('read', { idle, isLive }) / 1_000))
    expect(every(true)).toEqual([4, 6, 9, 30, 60])
    expect(every(false)).toEqual([20, 40, 80, 600, 600])
    expect(nextListReadingMs('unusable', { idle: 0, isLive: true })).toBe(6 * 60 * MINUTE)
    expect(nextListReadingMs('unreachable', { idle: 50, isLive: true })).toBe(10 * MINUTE)
  })

  it.each([
    [1, 2_000],
    [20, 500],
    [80, 200],
  ])('at %i messages a second is asked again after %i ms', (perSecond, ms) => {
    expect(listPauseMs(perSecond)).toBe(ms)
  })
})
