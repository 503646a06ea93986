import type { PhoneReply } from './phone-message'

/** What only the provider knows before somebody has chosen: the words that stand in its place. */
export type WebhookPlaces = {
  businessPhone: string
  listId: string
  customerPhone: string
  replyId: string
  timestamp: string
  rowId: string
}

export type ListReplyWebhook = {
  messages: {
    context: { from: string; id: string }
    from: string
    id: string
    timestamp: string
    type: 'interactive'
    interactive: { type: 'list_reply'; list_reply: { id: string; title: string; description?: string } }
  }[]
}

/** Encloses a place, so that nobody takes it for a value. */
const OPEN = '‹'
const CLOSE = '›'
const place = (words: string) => `${OPEN}${words}${CLOSE}`

/**
 * The part of the inbound webhook's `value` that a choice causes; the description's key is absent where the row has
 * none. Source: Meta, webhooks reference, interactive messages.
 */
export function toListReplyWebhook(reply: PhoneReply, places: WebhookPlaces): ListReplyWebhook {
  const description = reply.description?.trim()
  return {
    messages: [
      {
        context: { from: place(places.businessPhone), id: place(places.listId) },
        from: place(places.customerPhone),
        id: place(places.replyId),
        timestamp: place(places.timestamp),
        type: 'interactive',
        interactive: {
          type: 'list_reply',
          list_reply: {
            id: reply.id.trim() || place(places.rowId),
            title: reply.title.trim(),
            ...(description && { description }),
          },
        },
      },
    ],
  }
}

/** The webhook as text, in pieces: what is a value, and what only stands in the place of one. */
export function webhookPieces(json: string, places: WebhookPlaces): { text: string; isPlace: boolean }[] {
  const known = new Set(Object.values(places).map((words) => `"${place(words)}"`))
  return json
    .split(/("‹[^›\n]*›")/)
    .filter((text) => text !== '')
    .map((text) => ({ text, isPlace: known.has(text) }))
}
