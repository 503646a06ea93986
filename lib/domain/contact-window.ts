/** WhatsApp takes free messages for a person during 24 hours from their last one. */
export const WINDOW_MS = 24 * 60 * 60 * 1000

export const CONTACT_WINDOWS = ['open', 'closed', 'unknown'] as const
/** `unknown`: nothing was ever received from them, by us; they may still have written. */
export type ContactWindow = (typeof CONTACT_WINDOWS)[number]

/** When the window that their last message opened ends. */
export const windowClosesAt = (lastInboundAt: string): Date => new Date(Date.parse(lastInboundAt) + WINDOW_MS)

/** @param lastInboundAt ISO 8601, null where they never wrote */
export function contactWindow(lastInboundAt: string | null, now: number): ContactWindow {
  if (lastInboundAt === null) return 'unknown'
  return windowClosesAt(lastInboundAt).getTime() > now ? 'open' : 'closed'
}
