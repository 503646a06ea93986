import * as z from 'zod/mini'
import { PACE } from './pace'

/** Most of what a canary or a brake may be set to: far beyond sense, and within the columns that hold it. */
export const PLAN_LIMITS = { canarySize: 10_000, canaryMinutes: 1_440, brakeAfter: 1_000 } as const

const MINUTES_OF_DAY = 24 * 60

/** IANA's names alone: what Node takes beyond them, such as "+03:00", means something else to PostgreSQL. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]\w*(\/[\w+-]+)*$/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}

export const timeZoneSchema = z.string().check(z.maxLength(100), z.refine(isTimeZone, 'timeZoneInvalid'))

const minuteOfDay = z.int().check(z.minimum(0), z.lt(MINUTES_OF_DAY))

/**
 * Minutes of the day between which nothing leaves: `{ from: 1200, until: 480 }` is from 20:00 to 8:00 of the next day.
 * The minute of `until` is no longer quiet.
 */
export const quietHoursSchema = z
  .object({ from: minuteOfDay, until: minuteOfDay })
  .check(z.refine(({ from, until }) => from !== until, 'quietAllDay'))

/** This Send's own pace, within its gateway's. */
export const ownPaceSchema = z.int().check(z.minimum(1), z.maximum(PACE.most))

/**
 * The first `size` go ahead; the rest waits until so many minutes after them, and follows if no more than `maxShare` of
 * them (0 to 1) failed.
 */
export const canarySchema = z.object({
  size: z.int().check(z.minimum(1), z.maximum(PLAN_LIMITS.canarySize)),
  minutes: z.int().check(z.minimum(1), z.maximum(PLAN_LIMITS.canaryMinutes)),
  maxShare: z.number().check(z.minimum(0), z.maximum(1)),
})

/**
 * When, how fast and how carefully a Send to many goes out, and whom of its list it takes. Messages are codes.
 * @property startsAt ISO 8601 with its offset or Z; null or past is now
 * @property timeZone in which the moments were chosen and the quiet hours count
 * @property brakeAfter so many refusals with one code, one after another, pause it
 * @property includesClosed people whose 24 hours are known to be over, too
 * @property includesRepeats people who already got this message, too
 */
export const sendPlanSchema = z.object({
  startsAt: z.nullable(z.iso.datetime({ offset: true })),
  timeZone: timeZoneSchema,
  quiet: z.nullable(quietHoursSchema),
  perSecond: z.nullable(ownPaceSchema),
  canary: z.nullable(canarySchema),
  brakeAfter: z.nullable(z.int().check(z.minimum(2), z.maximum(PLAN_LIMITS.brakeAfter))),
  includesClosed: z.boolean(),
  includesRepeats: z.boolean(),
})

export type QuietHours = z.infer<typeof quietHoursSchema>
export type Canary = z.infer<typeof canarySchema>
export type SendPlan = z.infer<typeof sendPlanSchema>
