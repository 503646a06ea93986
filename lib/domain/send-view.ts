import { type DeliveryStatus, isAtWork, type StatusCounts } from './delivery-status'
import type { GatewayKind } from './gateway'
import type { ListMessage } from './list-message'
import type { UnknownWhy } from './unknown-why'

// What pages and their polled routes show of Sends. Plain JSON: moments are ISO 8601 strings in UTC, and a recipient's
// id, a bigint in the database, is a string of digits.

export type PersonView = { id: string; name: string }

/** One line of the history. `phone` and `recipientId` only where the Send has a single recipient. */
export type SendSummary = {
  id: string
  createdAt: string
  createdBy: PersonView | null
  /** The first text that a customer reads: the header, else the body's first line. */
  firstLine: string
  template: { id: string; name: string } | null
  gateway: GatewayKind
  recipientCount: number
  phone: string | null
  counts: StatusCounts
  isResend: boolean
}

export type SendPage = { sends: SendSummary[]; nextCursor: string | null }

/** Who and what the history can be filtered by: only what some Send has. */
export type SendFilterOptions = { templates: { id: string; name: string }[]; senders: PersonView[] }

/** What a recipient's line in a list shows. */
export type RecipientSummary = {
  id: string
  phone: string
  status: DeliveryStatus
  wamid: string | null
  errorCode: number | null
  errorTitle: string | null
  httpStatus: number | null
  unknownWhy: UnknownWhy | null
  settledAt: string | null
}

export type RecipientPage = { recipients: RecipientSummary[]; nextCursor: string | null }

/** All that is known of one person in one Send. */
export type RecipientView = RecipientSummary & {
  waId: string | null
  attempt: number
  createdAt: string
  /** Later than now where it waits for its turn after a refusal that passes. */
  notBefore: string
  sendingAt: string | null
  errorDetails: string | null
  /** The provider's answer as it came: JSON, or the head of what was no JSON. */
  answer: unknown
  /** The Send by which somebody sent to this person again. */
  resend: { sendId: string; createdAt: string } | null
}

export type SendView = {
  id: string
  createdAt: string
  createdBy: PersonView | null
  /** As it was sent: never rebuilt from a template. */
  message: ListMessage
  template: { id: string; name: string; usedVersion: number | null; version: number } | null
  gateway: GatewayKind
  includeRecipientType: boolean
  recipientCount: number
  counts: StatusCounts
  /** The refusal of our account for which its gateway stands still, while somebody waits for it; else null. */
  stoppedCode: number | null
  /** The earlier recipient whom this Send is a second try for. */
  resendOf: { sendId: string; recipientId: string } | null
  /** The only recipient, or null where there are several: those are read in pages. */
  recipient: RecipientView | null
}

/** Where a Send made now would go, as the dialog tells it. */
export type GatewayView = { kind: GatewayKind; ready: boolean; includeRecipientType: boolean; baseUrl: string | null }

/** How many people our own worker has still something to do for. */
export const countAtWork = (counts: StatusCounts) =>
  Object.entries(counts).reduce((sum, [status, count]) => sum + (isAtWork(status as DeliveryStatus) ? count : 0), 0)
