import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest, sum } from './count'

const file = (status: string, ...assertions: string[]) => ({
  status,
  assertionResults: assertions.map((each) => ({ status: each })),
})
const vitest = (numPassedTests: number, numFailedTests: number, ...testResults: ReturnType<typeof file>[]) => ({
  numPassedTests,
  numFailedTests,
  testResults,
})
const playwright = (expected: number, unexpected = 0, flaky = 0) => ({ stats: { expected, unexpected, flaky } })

describe('the count of tests', () => {
  it('takes what the runners say', () => {
    expect(countVitest(vitest(3, 1, file('failed', 'passed', 'failed')), false)).toEqual({ passed: 3, failed: 1 })
    expect(countPlaywright(playwright(5, 2), false)).toEqual({ passed: 5, failed: 2 })
    expect(countPlaywright(playwright(5), true)).toEqual({ passed: 5, failed: 0 })
  })

  it('counts a file that could not be read as failed', () => {
    expect(countVitest(vitest(3, 0, file('passed', 'passed'), file('failed')), false)).toEqual({ passed: 3, failed: 1 })
  })

  it('counts a runner that ran nothing as failed', () => {
    expect(countVitest(vitest(0, 0), true)).toEqual({ passed: 0, failed: 1 })
    expect(countPlaywright(playwright(0), true)).toEqual({ passed: 0, failed: 1 })
  })

  it('counts a runner that failed though its tests passed as failed', () => {
    expect(countVitest(vitest(3, 0, file('passed', 'passed')), false)).toEqual({ passed: 3, failed: 1 })
  })

  it('counts a test that passed only the second time as failed', () => {
    expect(countPlaywright(playwright(5, 0, 1), true)).toEqual({ passed: 5, failed: 1 })
  })

  it('adds up', () => {
    expect(
      sum([
        { passed: 1, failed: 0 },
        { passed: 2, failed: 3 },
      ]),
    ).toEqual({ passed: 3, failed: 3 })
  })
})
