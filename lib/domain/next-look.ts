const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** WhatsApp keeps a message for a phone that is off for so long; nothing is told of it later. */
const KEPT_MS = 30 * DAY_MS

/**
 * How many milliseconds to wait before asking again what phones have told of a message: often right after it left, then
 * ever more rarely.
 * @param ageMs since it left
 * @returns false once nothing will be told any more
 */
export function nextLook(ageMs: number): number | false {
  if (ageMs < 2 * MINUTE_MS) return 2_000
  if (ageMs < HOUR_MS) return 10_000
  return ageMs < KEPT_MS && 30_000
}
