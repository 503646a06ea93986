import * as z from 'zod/mini'
import { PACE } from './pace'
import { quietHoursSchema } from './quiet-hours-schema'
import { timeZoneSchema } from './time-zone-schema'

/** Most of what a canary or a brake may be set to: far beyond sense, and within the columns that hold it. */
export const PLAN_LIMITS = { canarySize: 10_000, canaryMinutes: 1_440, brakeAfter: 1_000 } as const

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

export type Canary = z.infer<typeof canarySchema>
export type SendPlan = z.infer<typeof sendPlanSchema>

/** Another pace for a Send that is not over; null for as fast as its gateway may. */
export const sendPaceSchema = z.object({ sendId: z.uuid(), perSecond: z.nullable(ownPaceSchema) })

/** Another time for a Send that has not started; what of its quiet hours is null is none. */
export const sendScheduleSchema = z.object({
  sendId: z.uuid(),
  startsAt: z.nullable(z.iso.datetime({ offset: true })),
  timeZone: timeZoneSchema,
  quiet: z.nullable(quietHoursSchema),
})
