/** What a clock on the wall of a zone shows: `date` is YYYY-MM-DD, `time` HH:mm. */
export type WallTime = { date: string; time: string }

const DAY_MS = 86_400_000

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  clocks.set(zone, clock)
  return clock
}

/** The moment as that zone's clocks show it, down to the minute. */
export function toWallTime(at: Date, zone: string): WallTime {
  const part = Object.fromEntries(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  return { date: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` }
}

const asUtc = ({ date, time }: WallTime) => Date.parse(`${date}T${time}:00Z`)

/**
 * The moment at which that zone's clocks show this. Where they show it twice, as summer time ends, it is the first; where
 * they jump over it, as summer time begins, it is as much later as they jump, and `isMoved` says so.
 * @returns null where it is no date or no time
 */
export function fromWallTime(wall: WallTime, zone: string): { at: Date; isMoved: boolean } | null {
  const naive = asUtc(wall)
  if (Number.isNaN(naive)) return null
  const offset = (moment: number) => asUtc(toWallTime(new Date(moment), zone)) - moment
  const before = offset(naive - DAY_MS)
  const fits = [before, offset(naive + DAY_MS)]
    .map((each) => naive - each)
    .filter((moment) => moment + offset(moment) === naive)
  return fits.length > 0
    ? { at: new Date(Math.min(...fits)), isMoved: false }
    : { at: new Date(naive - before), isMoved: true }
}

/** How many midnights of that zone lie between two moments; negative where the second is before the first. */
export const daysBetween = (from: Date, to: Date, zone: string): number =>
  Math.round((Date.parse(toWallTime(to, zone).date) - Date.parse(toWallTime(from, zone).date)) / DAY_MS)
