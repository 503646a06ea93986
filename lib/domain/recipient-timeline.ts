import { type DeliveryStatus, isAtWork } from './delivery-status'
import type { RecipientView } from './send-view'

/**
 * One rung that a recipient reached.
 * @property at when, ISO 8601; null where nobody told us
 * @property tookMs how long until the next rung; null while it lasts, and for the last one
 */
export type TimelineStep = {
  step: 'created' | DeliveryStatus
  at: string | null
  tookMs: number | null
  isNow: boolean
}

type Stamps = Pick<RecipientView, 'status' | 'createdAt' | 'sendingAt' | 'settledAt'>

const AFTER_ACCEPTED: DeliveryStatus[] = ['sent', 'delivered', 'read']

/** The way of one recipient from the press of Send to where it stands now. */
export function toTimeline({ status, createdAt, sendingAt, settledAt }: Stamps): TimelineStep[] {
  const reached: { step: TimelineStep['step']; at: string | null }[] = [
    { step: 'created', at: createdAt },
    { step: 'queued', at: createdAt },
  ]
  // A recipient that went back to the queue keeps the stamp of its last try: it is not on its way now.
  if (sendingAt && status !== 'queued' && status !== 'leased') reached.push({ step: 'sending', at: sendingAt })
  if (AFTER_ACCEPTED.includes(status)) reached.push({ step: 'accepted', at: settledAt }, { step: status, at: null })
  else if (!isAtWork(status)) reached.push({ step: status, at: settledAt })
  return reached.map(({ step, at }, i) => {
    const next = reached[i + 1]?.at
    const took = at && next && step !== 'created' ? Date.parse(next) - Date.parse(at) : null
    return {
      step,
      at,
      tookMs: took === null ? null : Math.max(0, took),
      isNow: isAtWork(status) && i === reached.length - 1,
    }
  })
}
