import * as z from 'zod/mini'
import { LIMITS } from './list-message'

// The people behind a figure of "O que escolheram": who did what with one Send, or with all Sends of a template.

/**
 * `chose`: their last tap was the row; `typed`: they answered and tapped nothing; `replied`: they answered at all;
 * `readOnly`: they read it and did not answer.
 */
export const ANSWER_DIDS = ['chose', 'typed', 'replied', 'readOnly'] as const
export type AnswerDid = (typeof ANSWER_DIDS)[number]

/** Tests are in no template's figures. */
export const answerScopeSchema = z.union([
  z.object({ sendId: z.uuid() }),
  z.object({
    templateId: z.uuid(),
    version: z._default(z.nullable(z.int().check(z.minimum(1))), null),
  }),
])
export type AnswerScope = z.output<typeof answerScopeSchema>

/** `rowId` is of those who chose it, and null for the others. */
export const answerPeopleSchema = z
  .object({
    scope: answerScopeSchema,
    did: z.enum(ANSWER_DIDS),
    rowId: z._default(z.nullable(z.string().check(z.minLength(1), z.maxLength(LIMITS.rowId))), null),
  })
  .check(z.refine(({ did, rowId }) => (did === 'chose') === (rowId !== null), { path: ['rowId'] }))
export type AnswerPeople = z.output<typeof answerPeopleSchema>

/**
 * How many they are, each person once, and how long their windows stay open.
 * @property open whose 24 hours go on, without those who opted out
 * @property firstClosesAt when the first of those ends; null where none is open
 * @property withoutContact who would become a contact on being tagged or saved
 */
export type AnswerPeopleCount = {
  count: number
  open: number
  closed: number
  optedOut: number
  firstClosesAt: string | null
  withoutContact: number
}

/** A Send or a template that somebody answered, as pickers name it. */
export type AnsweredSource = {
  scope: AnswerScope
  name: string
  /** When the Send was made; null of a template. */
  at: string | null
  isRehearsal: boolean
}

/** What people did with one of those, to pick from: each row by its newest words. Rows that nobody chose stand there too. */
export type AnsweredRows = {
  source: AnsweredSource
  rows: { id: string; title: string; count: number }[]
  typed: number
  replied: number
  readOnly: number
}

const FROM = /^(send|template):([0-9a-f-]{36})(?::(\d{1,9}))?$/i

/** As an address carries it: `from=send:…&row=…`, `from=template:…:3&did=typed`. */
export function answerPeopleParams({ scope, did, rowId }: AnswerPeople): URLSearchParams {
  const params = new URLSearchParams({ from: scopeParam(scope) })
  if (rowId !== null) params.set('row', rowId)
  else params.set('did', did)
  return params
}

export const scopeParam = (scope: AnswerScope): string =>
  'sendId' in scope
    ? `send:${scope.sendId}`
    : `template:${scope.templateId}${scope.version === null ? '' : `:${scope.version}`}`

export function readScopeParam(from: unknown): AnswerScope | null {
  const [, kind, id, version] = (typeof from === 'string' && FROM.exec(from)) || []
  const scope =
    kind?.toLowerCase() === 'send' ? { sendId: id } : { templateId: id, version: version ? Number(version) : null }
  return answerScopeSchema.safeParse(scope).data ?? null
}

/** The way back; null where it names nobody. */
export function readAnswerPeople({ from, row, did }: Record<string, unknown>): AnswerPeople | null {
  const rowId = typeof row === 'string' && row !== '' ? row : null
  return (
    answerPeopleSchema.safeParse({
      scope: readScopeParam(from),
      did: rowId === null ? (did ?? 'replied') : 'chose',
      rowId,
    }).data ?? null
  )
}

/** Where the messages of these people stand one by one; null where the history has no such filter. */
export function messagesAddress({ scope, did, rowId }: AnswerPeople): string {
  const params = new URLSearchParams(
    'sendId' in scope ? { send: scope.sendId, tests: 'shown' } : { template: scope.templateId },
  )
  if (rowId !== null) params.set('row', rowId)
  if (did === 'typed' || did === 'replied') params.set('replied', 'yes')
  if (did === 'readOnly') {
    params.set('status', 'read')
    params.set('replied', 'no')
  }
  return `/messages?${params}`
}
