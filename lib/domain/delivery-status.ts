/** Every rung of one person's message, in the order in which it can climb; then where it can end instead. */
export const DELIVERY_STATUSES = [
  'queued',
  'leased',
  'sending',
  'accepted',
  'sent',
  'delivered',
  'read',
  'failed',
  'skipped',
  'canceled',
  'unconfirmed',
] as const

export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number]

const AT_WORK = ['queued', 'leased', 'sending'] satisfies DeliveryStatus[]

/** Whether our own worker has still something to do for it: the page keeps asking while this holds for anybody. */
export const isAtWork = (status: DeliveryStatus) => (AT_WORK as DeliveryStatus[]).includes(status)

/** How many recipients of a Send stand on each rung; rungs with nobody are absent. */
export type StatusCounts = Partial<Record<DeliveryStatus, number>>
