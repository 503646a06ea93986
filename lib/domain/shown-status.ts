import { DELIVERY_STATUSES, type DeliveryStatus } from './delivery-status'

/** What a person filters by. "Na fila" is one word for queued and leased: whether a worker holds it already is ours. */
export const SHOWN_STATUSES = DELIVERY_STATUSES.filter((status) => status !== 'leased')
export type ShownStatus = Exclude<DeliveryStatus, 'leased'>

export const toShownStatus = (status: DeliveryStatus): ShownStatus => (status === 'leased' ? 'queued' : status)

/** The rungs that read as this word. */
export const statusesShownAs = (shown: ShownStatus): DeliveryStatus[] =>
  shown === 'queued' ? ['queued', 'leased'] : [shown]
