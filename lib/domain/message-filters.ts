import * as z from 'zod/mini'
import { CONTACT_WINDOWS } from './contact-window'
import { GATEWAY_KINDS } from './gateway'
import { LIMITS } from './list-message'
import { recipientIdSchema, shownStatusSchema } from './send-filters'
import { TAG_LENGTH } from './template-tags'

/**
 * Which messages the history shows, a message being one recipient of one Send. `from` and `to` are whole days, both
 * included, in the workspace's time zone; `q` is a part of a phone, of a name, of the text, or a message's id; `code` is
 * the provider's; `tag` one of the template's; `row` the ID of the row that they tapped last, so it goes with a `send`
 * mostly. Tests are hidden until they are asked for.
 */
export const messageFiltersSchema = z.object({
  q: z.optional(
    z.pipe(
      z.string().check(z.maxLength(200)),
      z.transform((text) => text.trim() || undefined),
    ),
  ),
  status: z.optional(shownStatusSchema),
  code: z.optional(
    z.pipe(
      z.union([z.string().check(z.regex(/^\d{1,9}$/)), z.int().check(z.minimum(0), z.maximum(999_999_999))]),
      z.transform(Number),
    ),
  ),
  template: z.optional(z.uuid()),
  tag: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(4 * TAG_LENGTH))),
  sender: z.optional(z.uuid()),
  from: z.optional(z.iso.date()),
  to: z.optional(z.iso.date()),
  gateway: z.optional(z.enum(GATEWAY_KINDS)),
  window: z.optional(z.enum(CONTACT_WINDOWS)),
  replied: z.optional(z.enum(['yes', 'no'])),
  tests: z.optional(z.literal('shown')),
  send: z.optional(z.uuid()),
  row: z.optional(z.string().check(z.minLength(1), z.maxLength(LIMITS.rowId))),
})
export type MessageFilters = z.output<typeof messageFiltersSchema>

export const MESSAGE_FILTER_NAMES = [
  'q',
  'status',
  'code',
  'template',
  'tag',
  'sender',
  'from',
  'to',
  'gateway',
  'window',
  'replied',
  'tests',
  'send',
  'row',
] as const satisfies (keyof MessageFilters)[]

/** An address as filters: what is unknown or malformed in it is left out, so that an old link still opens. */
export function readMessageFilters(params: Record<string, unknown>): MessageFilters {
  const filters: Record<string, unknown> = {}
  for (const name of MESSAGE_FILTER_NAMES) {
    const parsed = messageFiltersSchema.shape[name].safeParse(params[name] ?? undefined)
    if (parsed.success && parsed.data !== undefined) filters[name] = parsed.data
  }
  return filters
}

/** The same filters as an address's query, without its question mark: what a link, the API and the export ask by. */
export function toMessageQuery(filters: MessageFilters): string {
  const params = new URLSearchParams()
  for (const name of MESSAGE_FILTER_NAMES) {
    const value = filters[name]
    if (value !== undefined) params.set(name, String(value))
  }
  return params.toString()
}

/** Whether anything narrows the history: tests that are shown only widen it. */
export const hasMessageFilters = (filters: MessageFilters) =>
  MESSAGE_FILTER_NAMES.some((name) => name !== 'tests' && filters[name] !== undefined)

/** What names a filtered history in react-query's cache, on the server that fills it and in the browser alike. */
export const messagesKey = (filters: MessageFilters) => ['messages', filters] as const
export const messageCountKey = (filters: MessageFilters) => ['messages', 'count', filters] as const

const datedCursor = z.tuple([z.iso.datetime({ precision: 3 }), recipientIdSchema])

/** Where a page of messages ends: its last row's moment and id, as one opaque word for the address. */
export const toMessageCursor = (last: { createdAt: string; id: string }) => `${last.createdAt}_${last.id}`

export const messageCursorSchema = z.pipe(
  z.pipe(
    z.string(),
    z.transform((cursor): unknown => cursor.split('_')),
  ),
  z.pipe(
    datedCursor,
    z.transform(([createdAt, id]) => ({ createdAt, id })),
  ),
)

export type MessageCursor = z.output<typeof messageCursorSchema>

const WAMID = /^wamid\.|^HBg[A-Za-z0-9+/]{20,}={0,2}$/

/** A message's id as somebody pastes it: WhatsApp's begin with "wamid.", and what is encoded behind it with "HBg". */
export const looksLikeWamid = (text: string): boolean => WAMID.test(text)
