import * as z from 'zod/mini'
import { DELIVERY_STATUSES } from './delivery-status'
import { type PhoneRepair, REJECTIONS } from './phone-repair'
import { VARIABLE_NAMES } from './variables'

/**
 * What is found of one line of a recipient list: open, inside the 24-hour window; unknown, nobody knows of a message from
 * them; closed, their window is over; optedOut; repeated, they got this message already; duplicate, an earlier line is the
 * same person; invalid, no phone can be read; variableMissing, a variable has no value that may stand in the message;
 * tooLong, a text is too long with their values.
 */
export const VERDICTS = [
  'open',
  'unknown',
  'closed',
  'optedOut',
  'repeated',
  'duplicate',
  'invalid',
  'variableMissing',
  'tooLong',
] as const

export type Verdict = (typeof VERDICTS)[number]
export const verdictSchema = z.enum(VERDICTS)

export type VerdictCounts = Record<Verdict, number>

/** The verdicts whose people a Send takes with these choices; all others are never sent to. */
export const includedVerdicts = (choices: { includesClosed: boolean; includesRepeats: boolean }): Verdict[] => [
  'open',
  'unknown',
  ...(choices.includesClosed ? (['closed'] as const) : []),
  ...(choices.includesRepeats ? (['repeated'] as const) : []),
]

/** How many people a Send takes with these choices. */
export const countIncluded = (
  counts: VerdictCounts,
  choices: { includesClosed: boolean; includesRepeats: boolean },
): number => includedVerdicts(choices).reduce((sum, verdict) => sum + counts[verdict], 0)

const variable = z.enum(VARIABLE_NAMES)

/** `path` leads to the draft's text, `field` is how its limit is called, `over` and `max` are UTF-16 units. */
export const tooLongSchema = z.object({
  of: z.literal('tooLong'),
  variable,
  field: z.enum(['header', 'body', 'footer', 'button', 'sectionTitle', 'rowId', 'rowTitle', 'rowDescription']),
  path: z.array(z.union([z.string(), z.int()])),
  over: z.int(),
  max: z.int(),
})
export type TooLong = z.infer<typeof tooLongSchema>

/** What a verdict is about; the other verdicts have none. Moments are ISO 8601 in UTC. */
export const verdictDetailSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('invalid'), reason: z.enum(REJECTIONS) }),
  /** `why`: nothing is known and there is no fallback, or what there is cannot stand in a text. */
  z.object({ of: z.literal('variableMissing'), variable, why: z.enum(['missing', 'braces', 'unshowable']) }),
  tooLongSchema,
  /** The line that is the same person and counts. */
  z.object({ of: z.literal('duplicate'), line: z.int() }),
  /** The Send in which they got it, or may have, and how far it came there. */
  z.object({ of: z.literal('repeated'), sendId: z.uuid(), at: z.string(), status: z.enum(DELIVERY_STATUSES) }),
  z.object({ of: z.literal('optedOut'), at: z.string() }),
])
export type VerdictDetail = z.infer<typeof verdictDetailSchema>

/** One line as a page shows it. */
export type RecipientRowView = {
  line: number
  cells: string[]
  /** E.164, where one could be read. */
  phone: string | null
  name: string | null
  verdict: Verdict | null
  /** What was done to its phone, in order; empty where it came as E.164. */
  repairs: PhoneRepair[]
  detail: VerdictDetail | null
  windowClosesAt: string | null
}

/** @property nextLine what to ask the next page with, or null at the end */
export type RecipientRowPage = { rows: RecipientRowView[]; nextLine: number | null }
