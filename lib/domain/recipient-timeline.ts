import { type DeliveryStatus, isAtWork } from './delivery-status'
import type { RecipientView } from './send-view'

/**
 * One thing that happened to a recipient's message.
 * @property at when, ISO 8601, by the provider's clock from `sent` on; null where nobody told us
 * @property afterMs how long after the step before it whose time is known, never negative: the clocks are two
 * @property isImplied it must have been, as something later did happen, but it was never told
 * @property isAside it befell one of the person's devices, while another got the message
 */
export type TimelineStep = {
  step: 'created' | DeliveryStatus | 'replied'
  at: string | null
  afterMs: number | null
  isNow: boolean
  isImplied: boolean
  isAside: boolean
}

export type TimelineStamps = Pick<
  RecipientView,
  'status' | 'createdAt' | 'sendingAt' | 'settledAt' | 'sentAt' | 'deliveredAt' | 'readAt' | 'failedAt' | 'repliedAt'
>

const RUNGS = ['accepted', 'sent', 'delivered', 'read'] as const satisfies DeliveryStatus[]
const RUNG_ORDER: readonly DeliveryStatus[] = RUNGS

type Reached = Pick<TimelineStep, 'step' | 'at'> & Partial<TimelineStep>

/**
 * The way of one recipient's message, from the press of Send to where it stands now or what the person answered. The order is
 * that of causes, not of clocks: statuses come in any order, and ours and the provider's clock are two.
 */
export function toTimeline(stamps: TimelineStamps): TimelineStep[] {
  const { status, createdAt, sendingAt, settledAt, failedAt, repliedAt } = stamps
  const highest = highestRung(stamps)
  const steps: Reached[] = [
    { step: 'created', at: createdAt },
    { step: 'queued', at: createdAt },
  ]
  // A recipient that went back to the queue keeps the stamp of its last try: it is not on its way now.
  if (sendingAt && (highest >= 0 || (status !== 'queued' && status !== 'leased')))
    steps.push({ step: 'sending', at: sendingAt })
  // Who was refused at once was never accepted: then that moment is the refusal's.
  const acceptedAt = status === 'failed' && !failedAt ? null : settledAt
  const times = { accepted: acceptedAt, sent: stamps.sentAt, delivered: stamps.deliveredAt, read: stamps.readAt }
  for (const step of RUNGS.slice(0, highest + 1)) steps.push({ step, at: times[step], isImplied: times[step] === null })

  if (status === 'failed') steps.push({ step: 'failed', at: failedAt ?? settledAt })
  else if (failedAt) steps.splice(placeOf(steps, failedAt), 0, { step: 'failed', at: failedAt, isAside: true })
  else if (highest < 0 && !isAtWork(status)) steps.push({ step: status, at: settledAt })
  if (repliedAt) steps.push({ step: 'replied', at: repliedAt })

  return steps.map((one, i) => ({
    isImplied: false,
    isAside: false,
    ...one,
    afterMs: i < 2 || !one.at ? null : Math.max(0, Date.parse(one.at) - lastKnown(steps.slice(0, i))),
    isNow: isAtWork(status) && i === steps.length - 1 && one.step !== 'replied',
  }))
}

/** The index of the highest rung that anything tells of; -1 where it was never taken. */
function highestRung({ status, settledAt, sentAt, deliveredAt, readAt, failedAt, repliedAt }: TimelineStamps): number {
  if (readAt || repliedAt) return RUNG_ORDER.indexOf('read')
  const told = deliveredAt ? 'delivered' : sentAt ? 'sent' : failedAt && settledAt ? 'accepted' : status
  return Math.max(RUNG_ORDER.indexOf(told), RUNG_ORDER.indexOf(status))
}

/** Behind the last rung that was told by then, and never before the message left. */
function placeOf(steps: Reached[], at: string): number {
  const later = steps.findIndex(
    ({ step, at: told }) => step !== 'accepted' && isRung(step) && !!told && Date.parse(told) > Date.parse(at),
  )
  return later < 0 ? steps.length : later
}

const isRung = (step: TimelineStep['step']) => (RUNG_ORDER as readonly string[]).includes(step)

const lastKnown = (steps: Reached[]): number => Date.parse(steps.findLast(({ at }) => at !== null)?.at ?? '') || 0
