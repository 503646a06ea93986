import { countAll } from './people-group'
import { fromClock, isQuiet } from './quiet-hours'
import { countAtWork, type SendView, shownState } from './send-view'
import { toWallTime } from './zoned-time'

/**
 * What a Send is doing, finer than its state: while it runs it may wait for its quiet hours to end, send to the first of
 * its canary, wait for what becomes of them, or stand still because its gateway does.
 */
export type SendPhase =
  | 'preparing'
  | 'scheduled'
  | 'stopped'
  | 'quiet'
  | 'canaryAhead'
  | 'canaryWaits'
  | 'sending'
  | 'pausedByPerson'
  | 'pausedByBrake'
  | 'pausedByCanary'
  | 'canceled'
  | 'finished'

const PAUSED = { person: 'pausedByPerson', brake: 'pausedByBrake', canary: 'pausedByCanary' } as const

export type Phased = Pick<
  SendView,
  'state' | 'pausedWhy' | 'counts' | 'recipientCount' | 'quiet' | 'timeZone' | 'canary' | 'stoppedCode'
>

export function phaseOf(send: Phased, now: Date): SendPhase {
  const state = shownState(send)
  if (state === 'paused') return PAUSED[send.pausedWhy ?? 'person']
  if (state !== 'running') return state
  if (send.stoppedCode !== null) return 'stopped'
  if (send.quiet && isQuiet(send.quiet, fromClock(toWallTime(now, send.timeZone).time) ?? 0)) return 'quiet'
  if (!send.canary || send.canary.passedAt || send.canary.size >= send.recipientCount) return 'sending'
  return countDone(send) + atWorkNow(send) >= send.canary.size && atWorkNow(send) === 0 ? 'canaryWaits' : 'canaryAhead'
}

/** Those for whom there is nothing left to do. */
export const countDone = ({ counts }: Pick<SendView, 'counts'>): number => countAll(counts) - countAtWork(counts)

const atWorkNow = ({ counts }: Pick<SendView, 'counts'>) => (counts.leased ?? 0) + (counts.sending ?? 0)

/** Whether anything of it may still change by itself, so that whoever looks should look again. */
export const isOver = (phase: SendPhase): boolean => phase === 'finished' || phase === 'canceled'

/** What was read of a Send at one moment, in milliseconds since 1970. */
export type Reading = { at: number; done: number }

const WINDOW_MS = 10_000
const LEAST_MS = 1_500

/** The readings with one more, and without those that are too old to tell how fast it goes now. */
export const withReading = (readings: Reading[], next: Reading): Reading[] => {
  const kept = readings.filter(({ at, done }) => next.at - at <= WINDOW_MS && at < next.at && done <= next.done)
  return [...kept, next]
}

/** How many a second over the last ten; null until it has been watched for a moment. */
export function rateOf(readings: Reading[]): number | null {
  const [first] = readings
  const last = readings.at(-1)
  if (!first || !last || last.at - first.at < LEAST_MS) return null
  return ((last.done - first.done) * 1_000) / (last.at - first.at)
}

/** Whether it was watched for the whole time and nothing moved. */
export const standsStill = (readings: Reading[]): boolean => {
  const [first] = readings
  const last = readings.at(-1)
  return !!first && !!last && last.at - first.at >= WINDOW_MS * 0.8 && last.done === first.done
}
