import * as z from 'zod/mini'
import type { GatewayKind } from './gateway'
import { listDraftSchema } from './list-draft'
import type { VerdictCounts, VerdictDetail } from './recipient-verdict'
import { type VariableValues, variableValuesSchema } from './variable-values'
import { VARIABLE_NAMES } from './variables'

/** How much one list may bring. A longer cell is a page of text, and no name or number. */
export const LIST_LIMITS = {
  bytes: 200_000_000,
  lines: 1_000_000,
  columns: 100,
  cellLength: 2000,
  /** Characters of a typed or pasted list, which comes in one piece. */
  textLength: 5_000_000,
  /** What all parts of a workbook may come to when unpacked. */
  unzippedBytes: 1_500_000_000,
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

/** What a list was judged against, as kept with it. `messageHash` is of the message with its variables. */
export const judgedForSchema = z.object({
  draft: listDraftSchema,
  templateId: z.nullable(z.uuid()),
  values: variableValuesSchema,
  gateway: z.enum(['sandbox', 'vectalk']),
  messageHash: z.string(),
})
export type JudgedFor = {
  draft: z.infer<typeof listDraftSchema>
  templateId: string | null
  values: VariableValues
  gateway: GatewayKind
  messageHash: string
}

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
  worst: { line: number; detail: Extract<VerdictDetail, { of: 'tooLong' }> } | null
  /** How many open windows end before their turn at the pace that was asked about; null where none was. */
  expiringBeforeTurn: number | null
  messageHash: string | null
  createdAt: string
  expiresAt: string
}
