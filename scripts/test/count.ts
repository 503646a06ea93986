import { z } from 'zod'

/** How many tests of a part passed and failed. */
export type Count = { passed: number; failed: number }

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})

/** Counts a report of Vitest; a file that could not even be read counts as one that failed. */
export function countVitest(report: unknown, ok: boolean): Count {
  const { numPassedTests, numFailedTests, testResults } = vitestReport.parse(report)
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  )
  return settle({ passed: numPassedTests, failed: numFailedTests + broken.length }, ok)
}

/** Counts a report of Playwright; a test that passed only when tried again has failed. */
export function countPlaywright(report: unknown, ok: boolean): Count {
  const { expected, unexpected, flaky } = playwrightReport.parse(report).stats
  return settle({ passed: expected, failed: unexpected + flaky }, ok)
}

/** A runner that ran nothing, or that failed for a reason of its own, has failed once. */
function settle({ passed, failed }: Count, ok: boolean): Count {
  const silent = failed === 0 && (!ok || passed === 0)
  return { passed, failed: silent ? 1 : failed }
}

export const sum = (counts: Count[]): Count => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
})
