import { type DeliveryStatus, isAtWork, type StatusCounts } from './delivery-status'
import type { GatewayKind } from './gateway'
import type { ListMessage } from './list-message'
import { countAll } from './people-group'
import type { QuietHours } from './quiet-hours'
import type { FollowsHow, PausedWhy, SendState } from './send-state'
import type { UnknownWhy } from './unknown-why'
import type { VariableValues } from './variable-values'
import type { InboundKind } from './webhook-update'

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
  replied: RepliedCount
  isResend: boolean
  /** For the testers alone: in no figure. */
  isTest: boolean
  state: SendState
  pausedWhy: PausedWhy | null
  startsAt: string | null
  timeZone: string
  /** How it follows another Send, where it does. */
  followsHow: FollowsHow | null
}

export type SendPage = { sends: SendSummary[]; nextCursor: string | null }

/** Who and what the history can be filtered by: only what some Send has. */
export type SendFilterOptions = { templates: { id: string; name: string }[]; senders: PersonView[] }

/** How many answered; `isMore` where they are more than one counts for a line of the history. */
export type RepliedCount = { count: number; isMore: boolean }

/** Why somebody was left out when their turn came. */
export type SkippedWhy = 'windowClosed' | 'optedOut'

/** What a recipient's line in a list shows. */
export type RecipientSummary = {
  id: string
  phone: string
  name: string | null
  status: DeliveryStatus
  wamid: string | null
  errorCode: number | null
  errorTitle: string | null
  httpStatus: number | null
  unknownWhy: UnknownWhy | null
  skippedWhy: SkippedWhy | null
  settledAt: string | null
  /** The provider's own times. Who has read without a `delivered` has no time of delivery. */
  sentAt: string | null
  deliveredAt: string | null
  readAt: string | null
  failedAt: string | null
  /** When they first answered, by a tap or in words. */
  repliedAt: string | null
  /** What they tapped last, else what they wrote last; null where nobody answered, or it is kept no longer. */
  reply: Pick<ReplyView, 'kind' | 'title' | 'text'> | null
}

/**
 * What somebody tapped or wrote.
 * @property type the provider's own word for what it is
 * @property linkedBy by what it is known to answer this message: it says so, or it is the last list that the person got
 * @property title the row's, as it was called when it was tapped
 */
export type ReplyView = {
  id: string
  kind: InboundKind
  type: string
  at: string
  receivedAt: string
  linkedBy: 'context' | 'person' | null
  rowId: string | null
  title: string | null
  description: string | null
  text: string | null
}

export type RecipientPage = { recipients: RecipientSummary[]; nextCursor: string | null }

/** All that is known of one person in one Send. */
export type RecipientView = RecipientSummary & {
  waId: string | null
  /** What the variables of the Send's message stand for; null where it has none. */
  values: VariableValues | null
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
  /** All that they answered, oldest first. */
  replies: ReplyView[]
}

/** The first `size` go ahead; the rest waits, and follows if no more than this share of them failed. */
export type CanaryView = { size: number; minutes: number; maxShare: number; passedAt: string | null }

/**
 * How fast it may go, in messages a second.
 * @property own what was chosen for this Send; null where only its gateway's holds
 * @property gateway what is allowed for its gateway, over all Sends together
 * @property share how much of that the gateway bears right now: less than 1 after it complained
 */
export type PaceView = { own: number | null; gateway: number; share: number }

export type FollowView = {
  sendId: string
  how: FollowsHow
  createdAt: string
  recipientCount: number
  state: SendState
}

/**
 * For whom a Send that follows another would be.
 * @property uncertain those of the first one who are left out, since they may have got it
 * @property goesThere whether a Send made now goes where the first one went
 */
export type FollowPreview = {
  count: number
  uncertain: number
  confirmAbove: number
  gateway: GatewayKind
  goesThere: boolean
}

export type SendView = {
  id: string
  createdAt: string
  createdBy: PersonView | null
  /** As it was sent: never rebuilt from a template. It may hold variables, which each recipient's values fill. */
  message: ListMessage
  template: { id: string; name: string; usedVersion: number | null; version: number } | null
  gateway: GatewayKind
  includeRecipientType: boolean
  /** Everybody whom it is for; while it is prepared, more than `counts` knows yet. */
  recipientCount: number
  counts: StatusCounts
  /** How many of them answered. */
  replied: number
  isTest: boolean
  state: SendState
  pausedWhy: PausedWhy | null
  /** The provider's code that the brake pulled at. */
  pausedCode: number | null
  startsAt: string | null
  startedAt: string | null
  finishedAt: string | null
  timeZone: string
  quiet: QuietHours | null
  canary: CanaryView | null
  /** So many refusals with one code, one after another, pause it. */
  brakeAfter: number | null
  includesClosed: boolean
  pace: PaceView
  follows: { sendId: string; how: FollowsHow; createdAt: string } | null
  /** The Sends that are for its failures or its rest, newest first. */
  followedBy: FollowView[]
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

/** What it may do in a second just now. */
export const paceNow = ({ own, gateway, share }: PaceView) => Math.max(Math.min(own ?? gateway, gateway * share), 0)

type Standing = { state: SendState; counts: StatusCounts; recipientCount: number }

/** Its state as people see it: with nobody left to do for it is over, a moment before it is marked so. */
export const shownState = ({ state, counts, recipientCount }: Standing): SendState =>
  state === 'running' && countAll(counts) >= recipientCount && countAtWork(counts) === 0 ? 'finished' : state

/** People of a Send whom the same thing befell. */
export type TroubleGroup = { count: number } & (
  | { status: 'failed'; code: number | null; title: string | null }
  | { status: 'unconfirmed'; why: UnknownWhy | null }
  | { status: 'skipped'; why: SkippedWhy | null }
)
