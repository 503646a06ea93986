import * as z from 'zod/mini'

const minuteSchema = z.int().check(z.minimum(0), z.lt(24 * 60))

/** QuietHours as somebody chooses them. Apart from what tells them, so that a page which only tells them carries no zod. */
export const quietHoursSchema = z
  .object({ from: minuteSchema, until: minuteSchema })
  .check(z.refine(({ from, until }) => from !== until, 'quietAllDay'))
