import * as z from 'zod/mini'
import { DELIVERY_STATUSES, type DeliveryStatus, type StatusCounts } from './delivery-status'

/**
 * Groups of a Send's people that its page counts and leads to. Who has read a message has got it, and WhatsApp has taken
 * it: they are in all three.
 */
const GROUPS = {
  queued: ['queued', 'leased'],
  sending: ['sending'],
  accepted: ['accepted', 'sent', 'delivered', 'read'],
  delivered: ['delivered', 'read'],
  read: ['read'],
  failed: ['failed'],
  unconfirmed: ['unconfirmed'],
  skipped: ['skipped'],
  canceled: ['canceled'],
} as const satisfies Record<string, DeliveryStatus[]>

export type PeopleGroup = keyof typeof GROUPS
export const PEOPLE_GROUPS = Object.keys(GROUPS) as PeopleGroup[]

export const statusesOf = (group: PeopleGroup): readonly DeliveryStatus[] => GROUPS[group]

export const countOf = (counts: StatusCounts, group: PeopleGroup): number =>
  GROUPS[group].reduce((sum, status) => sum + (counts[status] ?? 0), 0)

/** Everybody who is written down. */
export const countAll = (counts: StatusCounts): number =>
  DELIVERY_STATUSES.reduce((sum, status) => sum + (counts[status] ?? 0), 0)

/** Which people of a Send are listed: those of a group, and of them those whom one code befell. */
export const peopleFilterSchema = z.object({
  group: z.optional(z.enum(PEOPLE_GROUPS)),
  code: z.optional(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(2_147_483_647))),
})
export type PeopleFilter = z.output<typeof peopleFilterSchema>

/** An address as a filter: what is unknown in it is left out. */
export function readPeopleFilter(params: { people?: string | null; code?: string | null }): PeopleFilter {
  const group = peopleFilterSchema.shape.group.safeParse(params.people ?? undefined)
  const code = peopleFilterSchema.shape.code.safeParse(params.code || undefined)
  return {
    ...(group.success && group.data && { group: group.data }),
    ...(code.success && code.data !== undefined && { code: code.data }),
  }
}
