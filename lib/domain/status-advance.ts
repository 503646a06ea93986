import type { DeliveryStatus } from './delivery-status'

/** What the provider tells of a message after it has accepted it; anything else it may say moves nothing. */
export const TOLD_STATUSES = ['sent', 'delivered', 'read', 'failed'] as const satisfies DeliveryStatus[]
export type ToldStatus = (typeof TOLD_STATUSES)[number]

/**
 * How far up each status is: a told one counts where it is higher than what stands there. A failure is over what only
 * left us, and under what reached a device: with several devices one message may be told as both (Meta, support notes).
 * Who was skipped or canceled got nothing that could be told about.
 */
export const STATUS_RANK: Record<DeliveryStatus, number> = {
  queued: 0,
  leased: 0,
  sending: 0,
  unconfirmed: 0,
  accepted: 1,
  sent: 2,
  failed: 3,
  delivered: 4,
  read: 5,
  skipped: 9,
  canceled: 9,
}

/** The told status that these words are, or null where they are none. */
export const toToldStatus = (status: string): ToldStatus | null => TOLD_STATUSES.find((told) => told === status) ?? null

/** Where a message stands once it is told one thing more. It only climbs: in any order, however often, the end is the same. */
export function advanceStatus(current: DeliveryStatus, told: string): DeliveryStatus {
  const next = toToldStatus(told)
  return next && STATUS_RANK[next] > STATUS_RANK[current] ? next : current
}
