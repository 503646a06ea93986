import * as z from 'zod/mini'
import { type ActionError, fail } from './action-result'
import { audienceRuleSchema } from './audience-rule'
import { fieldKeySchema } from './contact-field'
import { listDraftSchema } from './list-draft'
import { type TooLong, tooLongSchema, type VerdictCounts } from './recipient-verdict'
import { tagsSchema } from './template-tags'
import { variableValuesSchema } from './variable-values'
import { VARIABLE_NAMES } from './variables'

/** How much one list may bring. A longer cell is a page of text, and no name or number. */
export const LIST_LIMITS = {
  bytes: 200_000_000,
  lines: 1_000_000,
  columns: 100,
  cellLength: 2000,
  /** Characters of a typed or pasted list, which comes in one piece. A longer one is a file. */
  textLength: 300_000,
  /** What all parts of a workbook may come to when unpacked, and its table of texts alone, which is held in memory. */
  unzippedBytes: 1_500_000_000,
  sharedTextBytes: 250_000_000,
} as const

/** Days after which a list is thrown away. */
export const RECIPIENT_LIST_DAYS = 7

export const LIST_SOURCES = ['text', 'file', 'contacts', 'send'] as const
export type ListSource = (typeof LIST_SOURCES)[number]

/** reading: rows still come in; read: ready to be mapped; judging; judged: verdicts are there; failed: see `problem`. */
export const LIST_STATES = ['reading', 'read', 'judging', 'judged', 'failed'] as const
export type ListState = (typeof LIST_STATES)[number]

/**
 * Why a list could not be read. empty: no line with anything; notText: neither text nor a workbook; oldExcel: an .xls;
 * locked: needs a password; broken: a damaged workbook; quote: a quote that never ends, or text after one;
 * interrupted: the upload broke off.
 */
export const LIST_PROBLEMS = [
  'empty',
  'tooBig',
  'tooManyLines',
  'tooManyColumns',
  'cellTooLong',
  'quote',
  'notText',
  'oldExcel',
  'locked',
  'broken',
  'unzipsTooBig',
  'interrupted',
  'unexpected',
] as const
export type ListProblemCode = (typeof LIST_PROBLEMS)[number]

/** `line` where it is about one; `max` where a limit was passed. */
export const listProblemSchema = z.object({
  code: z.enum(LIST_PROBLEMS),
  line: z.nullable(z.int()),
  column: z.optional(z.int()),
  max: z.optional(z.int()),
})
export type ListProblem = z.infer<typeof listProblemSchema>

/** A file that cannot be read as a failed action tells it. */
export const failUnreadable = ({ code, ...where }: ListProblem) =>
  fail('unreadable', {
    params: { problem: code, ...Object.fromEntries(Object.entries(where).filter(([, value]) => value !== null)) },
  })

/** What failUnreadable told; null where it is another failure. */
export const unreadableWhy = ({ params = {} }: ActionError<string>): ListProblem | null =>
  listProblemSchema.safeParse({ line: null, ...params, code: params.problem }).data ?? null

const column = z.int().check(z.minimum(0), z.maximum(LIST_LIMITS.columns - 1))

/** Which column, from 0, is what. The first line is no person where `hasHeader`. */
export const recipientMappingSchema = z.object({
  phone: column,
  name: z.nullable(column),
  variables: z.partialRecord(z.enum(VARIABLE_NAMES), column),
  hasHeader: z.boolean(),
})
export type RecipientMapping = z.infer<typeof recipientMappingSchema>

/**
 * What a list is judged against.
 * @property draft with its variables; its message must be one that could be sent
 * @property values what stands for a variable that has no column, or whose cell is blank
 */
export const listQuestionSchema = z.object({
  listId: z.uuid(),
  draft: listDraftSchema,
  templateId: z.nullable(z.uuid()),
  mapping: recipientMappingSchema,
  values: variableValuesSchema,
})
export type ListQuestion = z.infer<typeof listQuestionSchema>

/**
 * What a list was judged against, as kept with it, and once that is done what stands out in it. `messageHash` is of the
 * message with its variables.
 */
export const judgedForSchema = z.object({
  draft: listDraftSchema,
  templateId: z.nullable(z.uuid()),
  values: variableValuesSchema,
  gateway: z.enum(['sandbox', 'vectalk']),
  messageHash: z.string(),
  repairedCount: z.optional(z.int()),
  worst: z.optional(z.nullable(z.object({ line: z.int(), detail: tooLongSchema }))),
})
export type JudgedFor = z.infer<typeof judgedForSchema>

/** A list as pages show it and ask for it again: plain JSON, moments in ISO 8601 and UTC. */
export type RecipientListView = {
  id: string
  source: ListSource
  fileName: string | null
  state: ListState
  problem: ListProblem | null
  bytesTotal: number | null
  bytesRead: number
  /** Rows so far, a header among them. */
  lineCount: number
  /** The names of the columns; where the list has none, "1", "2" … */
  columns: string[]
  /** The first rows as they came, a header among them. */
  firstRows: string[][]
  /** What was chosen, else what was guessed once it was read; null where no column holds phones. */
  mapping: RecipientMapping | null
  /** Of the reading or the judging, from 0 to 1; null while the whole is unknown. */
  progress: number | null
  /** Raised by each question: an answer with another number is to another one. */
  revision: number
  /** Once judged. */
  verdicts: VerdictCounts | null
  /** How many phones among the people to be sent to were repaired. Once judged. */
  repairedCount: number
  /** The text that grows longest over its limit, and whose line that is. */
  worst: { line: number; detail: TooLong } | null
  /** How many open windows end before their turn at the pace that was asked about; null where none was. */
  expiringBeforeTurn: number | null
  /** When the first of the open windows ends. Once judged; null where none is open. */
  firstClosesAt: string | null
  messageHash: string | null
  createdAt: string
  expiresAt: string
}

/** How a list is written down among the contacts: the tags that each gets, and the columns of one's own, by their keys. */
export const listAsContactsSchema = z.object({
  listId: z.uuid(),
  tags: tagsSchema,
  mapping: z.pick(recipientMappingSchema, { phone: true, name: true, hasHeader: true }),
  fields: z.record(fieldKeySchema, column),
})
export type ListAsContacts = z.output<typeof listAsContactsSchema>

/** How a list of contacts is made. */
export const contactsListSchema = z.union([z.object({ rule: audienceRuleSchema }), z.object({ audienceId: z.uuid() })])

/** How a typed or pasted list is made. */
export const textListSchema = z.object({
  text: z.string().check(z.minLength(1), z.maxLength(LIST_LIMITS.textLength)),
})
