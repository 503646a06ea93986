import { fromClock, isQuiet, type QuietHours } from './quiet-hours'
import type { Canary } from './send-plan'
import { toWallTime } from './zoned-time'

const SECOND_MS = 1_000
const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60
/** Further ahead nobody plans, and a loop must end. */
const MOST_SPANS = 2_000

type Course = {
  people: number
  perSecond: number
  startsAt: Date
  zone: string
  quiet: QuietHours | null
  canary: Canary | null
}

/**
 * When a Send would be through, if nothing slows it down: its people at its pace, the canary's pause, and the quiet hours
 * in which nothing leaves.
 * @property sendingMs how long messages leave, pauses aside
 * @property waitsForQuiet whether quiet hours lie in between, or before the first
 */
export type Estimate = { endsAt: Date; sendingMs: number; waitsForQuiet: boolean }

export function estimateSend({ people, perSecond, startsAt, zone, quiet, canary }: Course): Estimate {
  const msFor = (count: number) => Math.ceil((count / perSecond) * SECOND_MS)
  const first = canary ? Math.min(canary.size, people) : people
  let waitsForQuiet = false
  let at = startsAt.getTime()

  const sendFor = (ms: number) => {
    let left = ms
    for (let span = 0; span < MOST_SPANS && left > 0; span++) {
      const minute = fromClock(toWallTime(new Date(at), zone).time) ?? 0
      const within = at % MINUTE_MS
      if (quiet && isQuiet(quiet, minute)) {
        waitsForQuiet = true
        at += minutesUntil(quiet.until, minute) * MINUTE_MS - within
        continue
      }
      const room = quiet ? minutesUntil(quiet.from, minute) * MINUTE_MS - within : left
      const step = Math.min(left, room)
      at += step
      left -= step
    }
  }

  sendFor(msFor(first))
  if (canary && people > first) {
    at += canary.minutes * MINUTE_MS
    sendFor(msFor(people - first))
  }
  return { endsAt: new Date(at), sendingMs: msFor(people), waitsForQuiet }
}

/** From one minute of the day to the next time that another comes: a whole day where they are the same. */
const minutesUntil = (to: number, from: number) => ((to - from + DAY_MINUTES - 1) % DAY_MINUTES) + 1
