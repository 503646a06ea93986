import * as z from 'zod/mini'
import { TIME_ZONE } from './locale'
import type { QuietHours } from './quiet-hours'
import { quietHoursSchema } from './quiet-hours-schema'
import { timeZoneSchema } from './time-zone-schema'

/** No Send carries more people than this: above it nobody would ever be asked. */
const MOST_TO_CONFIRM = 1_000_000

/**
 * What an administrator decides for everybody.
 * @property confirmAbove above so many people the number itself is typed to confirm
 * @property timeZone in which a Send's moments are chosen, unless it says otherwise
 * @property quiet the hours in which nothing leaves, unless a Send says otherwise; null for none
 */
export type SendingRules = { confirmAbove: number; timeZone: string; quiet: QuietHours | null }

/** As long as nobody has decided anything. */
export const DEFAULT_SENDING_RULES: SendingRules = { confirmAbove: 500, timeZone: TIME_ZONE, quiet: null }

/** Whether the number of people must be typed, and was not. */
export const wantsConfirmation = (
  { confirmAbove }: Pick<SendingRules, 'confirmAbove'>,
  people: number,
  typed: number | null | undefined,
): boolean => people > confirmAbove && typed !== people

/** What Settings saves. Messages are keys of `forms.problems`. */
export const sendingRulesSchema = z.object({
  confirmAbove: z.coerce
    .number('confirmAboveInvalid')
    .check(
      z.int('confirmAboveInvalid'),
      z.minimum(1, 'confirmAboveInvalid'),
      z.maximum(MOST_TO_CONFIRM, 'confirmAboveInvalid'),
    ),
  timeZone: timeZoneSchema,
  quiet: z.nullable(quietHoursSchema),
})
