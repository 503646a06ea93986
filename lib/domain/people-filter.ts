import * as z from 'zod/mini'
import { MOST_CODE, PEOPLE_GROUPS } from './people-group'

/** A PeopleFilter as a route is asked for it. */
export const peopleFilterSchema = z.object({
  group: z.optional(z.enum(PEOPLE_GROUPS)),
  code: z.optional(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(MOST_CODE))),
})
