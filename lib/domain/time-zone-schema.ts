import * as z from 'zod/mini'
import { isTimeZone } from './time-zone'

export const timeZoneSchema = z.string().check(z.maxLength(100), z.refine(isTimeZone, 'timeZoneInvalid'))
