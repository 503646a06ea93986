import { BRAKE_AFTER } from './canary'
import type { DeliveryStatus, StatusCounts } from './delivery-status'

/**
 * When a Send stops by itself. What is final for one person (131026, 131047) is news about all of them once it comes so
 * often that nobody is reached in between.
 * @property after so many refusals with one code, one after another, where the Send names no other number
 * @property answers, share, withinMs an outage: over this share of that many answers of that long told nothing good
 */
export const BRAKE = { after: BRAKE_AFTER, answers: 20, share: 0.5, withinMs: 10_000 } as const

/**
 * After how many like refusals this Send brakes; null where it never does. A Send of fewer people would be over before.
 * @param brakeAfter its own number: null is the usual one, 0 is never
 */
export function brakeAfterOf(brakeAfter: number | null, recipientCount: number): number | null {
  if (brakeAfter !== null) return brakeAfter > 0 ? brakeAfter : null
  return recipientCount > BRAKE.after ? BRAKE.after : null
}

/** The one code (or, as null, the want of one) of the last refusals, newest first, if there are enough and it is one. */
export function codeOfStreak(codes: (number | null)[], after: number): { code: number | null } | null {
  const [code] = codes
  if (code === undefined || codes.length < after) return null
  return codes.slice(0, after).every((one) => one === code) ? { code } : null
}

/** Whether the gateway itself is in trouble, going by the answers of the last BRAKE.withinMs. */
export const isOutage = (answers: number, bad: number): boolean =>
  answers >= BRAKE.answers && bad > answers * BRAKE.share

/** @property settledMsAgo how long ago the last of those who went ahead was settled; null where nobody is */
export type CanaryState = {
  size: number
  minutes: number
  maxShare: number
  counts: StatusCounts
  settledMsAgo: number | null
}

const REACHED = ['accepted', 'sent', 'delivered', 'read', 'unconfirmed'] satisfies DeliveryStatus[]

/**
 * What those who went ahead tell of the rest. Who was skipped was no try. It fails as soon as it can't pass any more, and
 * passes once enough are settled and have been for so many minutes, as refusals may come long after an acceptance.
 */
export function judgeCanary({ size, minutes, maxShare, counts, settledMsAgo }: CanaryState): 'wait' | 'pass' | 'fail' {
  const count = (status: DeliveryStatus) => counts[status] ?? 0
  const failed = count('failed')
  const tried = failed + REACHED.reduce((sum, status) => sum + count(status), 0)
  if (failed > maxShare * Math.max(size, tried)) return 'fail'
  const isDone = count('leased') + count('sending') === 0 && (tried >= size || count('queued') === 0)
  if (!isDone || settledMsAgo === null || settledMsAgo < minutes * 60_000) return 'wait'
  return failed > maxShare * tried ? 'fail' : 'pass'
}
