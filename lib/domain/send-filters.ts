import * as z from 'zod/mini'
import { GATEWAY_KINDS } from './gateway'
import { SEND_STATES } from './send-state'
import { SHOWN_STATUSES } from './shown-status'
import { TAG_LENGTH } from './template-tags'

export const shownStatusSchema = z.enum(SHOWN_STATUSES)

/**
 * Which Sends the history shows. `from` and `to` are whole days, both included, in the workspace's time zone;
 * `q` is a part of a text or of a phone; `code` is the provider's, of anybody in the Send; `tag` one of the template's;
 * `replied` tells whether anybody answered; tests are hidden until they are asked for.
 */
export const sendFiltersSchema = z.object({
  q: z.optional(
    z.pipe(
      z.string().check(z.maxLength(200)),
      z.transform((text) => text.trim() || undefined),
    ),
  ),
  status: z.optional(shownStatusSchema),
  from: z.optional(z.iso.date()),
  to: z.optional(z.iso.date()),
  template: z.optional(z.uuid()),
  sender: z.optional(z.uuid()),
  state: z.optional(z.enum(SEND_STATES)),
  tests: z.optional(z.literal('shown')),
  code: z.optional(
    z.pipe(
      z.union([z.string().check(z.regex(/^\d{1,9}$/)), z.int().check(z.minimum(0), z.maximum(999_999_999))]),
      z.transform(Number),
    ),
  ),
  tag: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(4 * TAG_LENGTH))),
  replied: z.optional(z.enum(['yes', 'no'])),
  gateway: z.optional(z.enum(GATEWAY_KINDS)),
})
export type SendFilters = z.output<typeof sendFiltersSchema>

export const SEND_FILTER_NAMES = [
  'q',
  'status',
  'from',
  'to',
  'template',
  'sender',
  'state',
  'tests',
  'code',
  'tag',
  'replied',
  'gateway',
] as const satisfies (keyof SendFilters)[]

/** An address as filters: what is unknown or malformed in it is left out, so that an old link still opens. */
export function readSendFilters(params: Record<string, unknown>): SendFilters {
  const filters: Record<string, unknown> = {}
  for (const name of SEND_FILTER_NAMES) {
    const parsed = sendFiltersSchema.shape[name].safeParse(params[name] ?? undefined)
    if (parsed.success && parsed.data !== undefined) filters[name] = parsed.data
  }
  return filters
}

/** Whether anything narrows the history: tests that are shown only widen it. */
export const hasFilters = (filters: SendFilters) =>
  SEND_FILTER_NAMES.some((name) => name !== 'tests' && filters[name] !== undefined)

/** What names a filtered history in react-query's cache, on the server that fills it and in the browser alike. */
export const sendsKey = (filters: SendFilters) => ['sends', filters] as const

const datedCursor = z.tuple([z.iso.datetime({ precision: 3 }), z.uuid()])

/** Where a page of Sends ends: its last row's moment and id, as one opaque word for the address. */
export const toSendCursor = (last: { createdAt: string; id: string }) => `${last.createdAt}_${last.id}`

export const sendCursorSchema = z.pipe(
  z.pipe(
    z.string(),
    z.transform((cursor): unknown => cursor.split('_')),
  ),
  z.pipe(
    datedCursor,
    z.transform(([createdAt, id]) => ({ createdAt, id })),
  ),
)

export type SendCursor = z.output<typeof sendCursorSchema>

/** A part of a phone as people type it, down to its digits; null where the text is no such thing. */
export function toPhoneDigits(text: string): string | null {
  const digits = text.replace(/[\s().+-]/g, '')
  return /^\d{1,15}$/.test(digits) ? digits : null
}

/** A recipient's id, a positive bigint, as it stands in an address. */
export const recipientIdSchema = z.string().check(
  z.regex(/^[1-9]\d{0,18}$/),
  z.refine((id) => BigInt(id) <= 9_223_372_036_854_775_807n),
)
