import * as z from 'zod/mini'
import { contactFiltersSchema } from './contact-filters'
import { CONTACTS_AT_ONCE } from './contact-view'

/** Whom a change of many is for: people ticked one by one, or everybody whom filters show. */
export const contactTargetSchema = z.union([
  z.object({ ids: z.array(z.uuid()).check(z.minLength(1), z.maxLength(CONTACTS_AT_ONCE)) }),
  z.object({ filters: contactFiltersSchema }),
])
export type ContactTarget = z.output<typeof contactTargetSchema>
