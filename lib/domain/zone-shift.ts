import { toWallTime } from './zoned-time'

/** No zone changes its clocks but at a quarter of an hour. */
const SLOT_MS = 900_000

/**
 * Gives the moment, in milliseconds, at which UTC's clocks show what that zone's clocks show at `at`. For millions of
 * moments: each quarter of an hour is worked out once.
 */
export function zoneShift(zone: string): (at: Date) => number {
  const shifts = new Map<number, number>()
  return (at) => {
    const slot = Math.floor(at.getTime() / SLOT_MS)
    let shift = shifts.get(slot)
    if (shift === undefined) {
      const { date, time } = toWallTime(new Date(slot * SLOT_MS), zone)
      shift = Date.parse(`${date}T${time}:00Z`) - slot * SLOT_MS
      // Enough for a year and a half of quarters; a longer file begins anew.
      if (shifts.size > 60_000) shifts.clear()
      shifts.set(slot, shift)
    }
    return at.getTime() + shift
  }
}
