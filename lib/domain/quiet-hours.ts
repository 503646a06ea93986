const MINUTES_A_DAY = 24 * 60

/** Minutes of the day between which nothing leaves: 1200 to 480 is from 20:00 to 8:00. `until` is the first free one. */
export type QuietHours = { from: number; until: number }

/** Whether a minute of the day lies within them. */
export const isQuiet = ({ from, until }: QuietHours, minute: number): boolean =>
  from < until ? minute >= from && minute < until : minute >= from || minute < until

/** A minute of the day as a clock shows it: 480 is "08:00". */
export const toClock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** A clock's time as a minute of the day, or null where it is none. */
export function fromClock(clock: string): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(clock) ?? []
  const minute = Number(hours) * 60 + Number(minutes)
  return Number(minutes) < 60 && minute < MINUTES_A_DAY ? minute : null
}
