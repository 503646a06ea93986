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

export type StatusGroup = keyof typeof GROUPS
/** Who answered is a group too, though not one of statuses. */
export type PeopleGroup = StatusGroup | 'replied'
export const PEOPLE_GROUPS = [...Object.keys(GROUPS), 'replied'] as PeopleGroup[]

export const statusesOf = (group: StatusGroup): readonly DeliveryStatus[] => GROUPS[group]

export const countOf = (counts: StatusCounts, group: StatusGroup): number =>
  GROUPS[group].reduce((sum, status) => sum + (counts[status] ?? 0), 0)

/** Everybody who is written down. */
export const countAll = (counts: StatusCounts): number =>
  DELIVERY_STATUSES.reduce((sum, status) => sum + (counts[status] ?? 0), 0)

/** Which people of a Send are listed: those of a group, and of them those whom one code befell. */
export type PeopleFilter = { group?: PeopleGroup; code?: number }

/** The largest code that its column holds. */
export const MOST_CODE = 2_147_483_647

/** An address as a filter: what is unknown in it is left out. */
export function readPeopleFilter(params: { people?: string | null; code?: string | null }): PeopleFilter {
  const group = PEOPLE_GROUPS.find((one) => one === params.people)
  const code = /^\d{1,10}$/.test(params.code ?? '') ? Number(params.code) : null
  return { ...(group && { group }), ...(code !== null && code <= MOST_CODE && { code }) }
}
