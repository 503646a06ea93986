import type { RecipientSummary } from './send-view'

/** After so long, most phones that are on and reached have told that they got a message. */
export const OVERDUE_AFTER_MS = 10 * 60_000

type Stamps = Pick<RecipientSummary, 'status' | 'sentAt' | 'settledAt'>

/**
 * Since when WhatsApp has a message of which no phone has told anything, in milliseconds since 1970; null while that is no
 * reason to wonder.
 */
export function overdueSince({ status, sentAt, settledAt }: Stamps, now: number): number | null {
  if (status !== 'accepted' && status !== 'sent') return null
  const since = Date.parse(sentAt ?? settledAt ?? '')
  return now - since >= OVERDUE_AFTER_MS ? since : null
}
