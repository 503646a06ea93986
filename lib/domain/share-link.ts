import * as z from 'zod/mini'
import type { ListDraft } from './list-draft'
import type { PhoneMessage } from './phone-message'
import type { PersonView } from './send-view'
import { fillDraft, sampleText } from './variables'

/** How long a link may be good for, in days. */
export const SHARE_DAYS = [1, 7, 30] as const
export type ShareDays = (typeof SHARE_DAYS)[number]
export const USUAL_SHARE_DAYS: ShareDays = 7

export const shareDaysSchema = z.literal(SHARE_DAYS)

/** How many days a link that has ended is still listed, before it is deleted for good. */
export const ENDED_LINK_DAYS = 90

export type ShareLinkState = 'live' | 'expired' | 'revoked'

/** A link as its maker sees it: without its token, which nobody can be shown a second time. Moments are ISO 8601 in UTC. */
export type ShareLinkView = {
  id: string
  state: ShareLinkState
  /** The first words of what it shows, to tell it from others. */
  words: string
  createdAt: string
  /** Null where it is one's own. */
  createdBy: PersonView | null
  expiresAt: string
  revokedAt: string | null
  viewCount: number
  lastViewedAt: string | null
}

/**
 * All that a stranger's browser is given: texts as they are drawn, with samples in the place of variables. Row IDs and
 * keys stay here, as no customer sees them and they may name what is not meant for strangers.
 */
export function toSharedMessage(draft: ListDraft): PhoneMessage {
  const { header, body, footer, button, sections } = fillDraft(draft, sampleText)
  return {
    header,
    body,
    footer,
    button,
    sections: sections.map(({ title, rows }) => ({
      title,
      rows: rows.map((row) => ({ id: '', title: row.title, description: row.description })),
    })),
  }
}

const WORDS = 60

/** The first line of a list that says something, cut short; '' where none does. */
export function firstWords({ header, body, button }: Pick<ListDraft, 'header' | 'body' | 'button'>): string {
  const line = [header, ...body.split('\n'), button].map((text) => text.trim()).find(Boolean) ?? ''
  return line.length > WORDS
    ? `${line
        .slice(0, WORDS)
        .replace(/\p{Surrogate}$/u, '')
        .trimEnd()}…`
    : line
}

/** Programs that fetch a link to draw a card of it, as messengers do when it is pasted: nobody has looked yet. */
const FETCHERS =
  /bot\b|crawl|spider|preview|scrape|whatsapp\/|facebookexternalhit|facebookcatalog|slack-imgproxy|skypeuri|embedly|curl\/|wget\/|python-|headless-fetch/i

/** Whether a request for a shared message is somebody looking at it. */
export const isLook = ({ method, userAgent }: { method: string; userAgent: string | null }): boolean =>
  method === 'GET' && !!userAgent && !FETCHERS.test(userAgent)
