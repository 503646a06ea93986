import type { DeliveryStatus } from './delivery-status'
import type { GatewayKind } from './gateway'
import type { PersonView, SkippedWhy } from './send-view'
import type { UnknownWhy } from './unknown-why'

// What pages and their polled routes show of messages. Plain JSON: moments are ISO 8601 strings in UTC, and a message's
// id, a recipient's bigint in the database, is a string of digits.

/** One line of the history: one person in one Send. */
export type MessageSummary = {
  id: string
  sendId: string
  /** When it was written down for this person. */
  createdAt: string
  /** REMOVED_PHONE where nobody may know any more. */
  phone: string
  name: string | null
  status: DeliveryStatus
  skippedWhy: SkippedWhy | null
  unknownWhy: UnknownWhy | null
  errorCode: number | null
  errorTitle: string | null
  wamid: string | null
  /** When it left our hands: accepted, refused or left uncertain, by our clock. The times below are the provider's. */
  settledAt: string | null
  sentAt: string | null
  deliveredAt: string | null
  readAt: string | null
  failedAt: string | null
  /** Their first answer, tapped or typed. */
  repliedAt: string | null
  /** The row that they tapped last, and its title as that Send showed it; null where it has no such row. */
  choseRowId: string | null
  choseTitle: string | null
  /** When their 24 hours end or ended, as known when it was sent; null where nothing was ever received from them. */
  windowClosesAt: string | null
  gateway: GatewayKind
  isTest: boolean
  template: { id: string; name: string } | null
  sender: PersonView | null
  /** The first text that a customer reads: the header, else the body's first line. */
  firstLine: string
}

export type MessagePage = { messages: MessageSummary[]; nextCursor: string | null }

/** Counting stops here: beyond, how many more there are is worth nobody's wait. */
export const COUNTED_MESSAGES = 10_000
/** `count` is exact up to COUNTED_MESSAGES; `isMore` says that there are more than that. */
export type MessageCount = { count: number; isMore: boolean }
