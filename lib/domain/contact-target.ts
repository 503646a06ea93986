import * as z from 'zod/mini'
import { contactIdsSchema } from './contact'
import { contactFiltersSchema } from './contact-filters'

/** Whom a change of many is for: people ticked one by one, or everybody whom filters show. */
export const contactTargetSchema = z.union([
  z.object({ ids: contactIdsSchema }),
  z.object({ filters: contactFiltersSchema }),
])
export type ContactTarget = z.output<typeof contactTargetSchema>
export type ContactTargetInput = z.input<typeof contactTargetSchema>
