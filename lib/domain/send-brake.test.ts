import { describe, expect, it } from 'vitest'
import { BRAKE, brakeAfterOf, type CanaryState, codeOfStreak, isOutage, judgeCanary } from './send-brake'

describe('the brake', () => {
  it.each([
    [null, BRAKE.after + 1, BRAKE.after],
    [null, BRAKE.after, null],
    [5, 3, 5],
    [0, 100_000, null],
  ])('set to %s is for %i people after %s refusals', (brakeAfter, people, after) => {
    expect(brakeAfterOf(brakeAfter, people)).toBe(after)
  })

  it('takes hold when the last refusals have one code', () => {
    expect(codeOfStreak([131047, 131047, 131047], 3)).toEqual({ code: 131047 })
    expect(codeOfStreak([131047, 131047, 131047, 131026], 3)).toEqual({ code: 131047 })
    expect(codeOfStreak([131047, 131026, 131047], 3)).toBeNull()
    expect(codeOfStreak([131047, 131047], 3)).toBeNull()
    expect(codeOfStreak([], 3)).toBeNull()
  })

  it('counts the want of a code as one', () => {
    expect(codeOfStreak([null, null], 2)).toEqual({ code: null })
    expect(codeOfStreak([null, 131000], 2)).toBeNull()
  })

  it('sees an outage in over half of enough answers', () => {
    expect(isOutage(20, 11)).toBe(true)
    expect(isOutage(20, 10)).toBe(false)
    expect(isOutage(19, 19)).toBe(false)
    expect(isOutage(1_000, 501)).toBe(true)
  })
})

describe('the first so many', () => {
  const judge = (counts: CanaryState['counts'], more: Partial<CanaryState> = {}) =>
    judgeCanary({ size: 10, minutes: 5, maxShare: 0.2, counts, settledMsAgo: 300_000, ...more })

  it('let the rest follow when few failed, and the minutes have gone', () => {
    expect(judge({ queued: 90, accepted: 8, failed: 2 })).toBe('pass')
    expect(judge({ queued: 90, accepted: 1, delivered: 3, read: 4, unconfirmed: 2 })).toBe('pass')
    expect(judge({ queued: 90, accepted: 8, failed: 2 }, { settledMsAgo: 299_999 })).toBe('wait')
  })

  it('hold up the rest as soon as too many failed', () => {
    expect(judge({ queued: 94, sending: 3, failed: 3 }, { settledMsAgo: 0 })).toBe('fail')
    expect(judge({ queued: 95, sending: 3, failed: 2 }, { settledMsAgo: 0 })).toBe('wait')
    expect(judge({ queued: 0, accepted: 3, failed: 1 })).toBe('fail')
  })

  it('are awaited to the last', () => {
    expect(judge({ queued: 91, accepted: 9 })).toBe('wait')
    expect(judge({ queued: 90, accepted: 9, sending: 1 })).toBe('wait')
    expect(judge({ queued: 90, accepted: 10, leased: 1 })).toBe('wait')
  })

  it('are those who were tried: who was skipped tells nothing', () => {
    expect(judge({ queued: 80, skipped: 15, accepted: 5 })).toBe('wait')
    expect(judge({ queued: 80, skipped: 15, accepted: 8, failed: 2 })).toBe('pass')
    expect(judge({ queued: 80, skipped: 10 }, { settledMsAgo: null })).toBe('wait')
  })

  it('may all fail, or none, where that is the share', () => {
    expect(judge({ queued: 9, failed: 10 }, { maxShare: 1 })).toBe('pass')
    expect(judge({ queued: 99, failed: 1 }, { maxShare: 0 })).toBe('fail')
  })
})
