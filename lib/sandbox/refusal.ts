import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { LIMITS } from '@/lib/domain/list-message'

/** One refusal in Meta's words. `details` is missing where Meta says it all in the message (code 100, 190). */
export type Refusal = { httpStatus: number; code: number; title: string; details?: string }

/** The error body of Meta's API. */
export const toErrorBody = ({ code, title, details }: Refusal) => ({
  error: {
    message: `(#${code}) ${title}`,
    type: 'OAuthException',
    code,
    ...(details && { error_data: { messaging_product: 'whatsapp', details } }),
    fbtrace_id: `A${randomBytes(16).toString('base64url')}`,
  },
})

const parameter = (title: string): Refusal => ({ httpStatus: 400, code: 100, title })
const missing = (details: string): Refusal => ({
  httpStatus: 400,
  code: 131008,
  title: 'Required parameter is missing',
  details,
})
const notValid = (details: string): Refusal => ({
  httpStatus: 400,
  code: 131009,
  title: 'Parameter value is not valid',
  details,
})

export const NOT_JSON = parameter('The request body must be a JSON object.')
export const TOO_LARGE: Refusal = { httpStatus: 413, code: 100, title: 'The request body is too large.' }

type Path = (string | number)[]

/** A path as Meta writes it: `interactive['action']['sections'][0]['title']`. */
const spell = (path: Path) =>
  path.map((step, i) => (i === 0 ? step : typeof step === 'number' ? `[${step}]` : `['${step}']`)).join('')

const valueAt = (body: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, step) => (at as Record<string | number, unknown> | undefined)?.[step], body)

/** Which field of the list a path leads to. */
function fieldOf(path: Path): keyof typeof TOO_LONG | undefined {
  const [, part] = path
  if (part === 'header' || part === 'body' || part === 'footer') return part
  if (path[2] === 'button') return 'button'
  const last = path.at(-1)
  if (path.includes('rows')) {
    if (last === 'id') return 'rowId'
    if (last === 'title') return 'rowTitle'
    return last === 'description' ? 'rowDescription' : undefined
  }
  return last === 'title' ? 'sectionTitle' : undefined
}

/** Seen live, but for header, section title and row id, where no live text is known: those follow the same style. */
const TOO_LONG = {
  header: `Header text length invalid. Min length: 1, Max length: ${LIMITS.header}`,
  body: `Body text length invalid. Min length: 1, Max length: ${LIMITS.body}`,
  footer: `Footer text length invalid. Min length: 0, Max length: ${LIMITS.footer}`,
  button: `Button label is too long. Max length is ${LIMITS.button}`,
  sectionTitle: `Section title is too long. Max length is ${LIMITS.sectionTitle}`,
  rowId: `Row id is too long. Max length is ${LIMITS.rowId}`,
  rowTitle: `Row title is too long. Max length is ${LIMITS.rowTitle}`,
  rowDescription: `Row description is too long. Max length is ${LIMITS.rowDescription}`,
}

const TOO_MANY_ROWS = `Total row count exceed max allowed count: ${LIMITS.rows}`

function refusalFor(issue: z.core.$ZodIssue, body: unknown): Refusal {
  const path = issue.path.filter((step): step is string | number => typeof step !== 'symbol')
  const value = valueAt(body, path)
  const name = spell(path)
  const isEmpty = value === undefined || value === null || value === ''

  if (issue.code === 'custom') return ruleRefusal(issue.params ?? {}, path, isEmpty)
  if (path.length === 0) return NOT_JSON
  if (path.join('.') === 'interactive.header.type')
    return notValid('Only header type text is allowed for list messages')
  if (path.join('.') === 'interactive.header.text' && isEmpty) {
    return notValid('Text cannot be null for header type text')
  }
  if (isEmpty) return parameter(`The parameter ${name} is required.`)
  if (issue.code === 'too_big') {
    const field = fieldOf(path)
    return notValid(
      issue.origin === 'string' && field
        ? TOO_LONG[field]
        : `Total section count exceed max allowed count: ${LIMITS.sections}`,
    )
  }
  if (issue.code === 'too_small') {
    return notValid(path.at(-1) === 'rows' ? 'Section must have at least 1 row' : 'List must have at least 1 section')
  }
  if (issue.code === 'invalid_value') {
    return parameter(`Param ${name} must be one of {${issue.values.map(String).join(', ')}} - got "${String(value)}".`)
  }
  const wanted = issue.code === 'invalid_type' ? issue.expected : 'string'
  return parameter(`Param ${name} must be ${/^[aeio]/.test(wanted) ? 'an' : 'a'} ${wanted}.`)
}

function ruleRefusal(params: Record<string, unknown>, path: Path, isEmpty: boolean): Refusal {
  switch (params.problem) {
    case 'required':
      return isEmpty ? parameter(`The parameter ${spell(path)} is required.`) : notValid(`${spell(path)} is blank`)
    case 'phone':
      return notValid('The phone number is malformed: Please use the format: +1234567890.')
    case 'sectionTitleRequired':
      return missing('Section title is required when there is more than one section')
    case 'tooManyRows':
      return notValid(TOO_MANY_ROWS)
    case 'duplicateRowId':
      return notValid(`Row id must be unique: "${String(params.id)}" is repeated`)
    default:
      return notValid(`${spell(path)} holds characters that are not allowed`)
  }
}

/** What Meta would say to a body that messagePayloadSchema refuses: the shape first, then the values. */
export function toRefusal(error: z.core.$ZodError, body: unknown): Refusal {
  const refusals = error.issues.map((issue) => refusalFor(issue, body))
  return refusals.find((refusal) => refusal.code === 100) ?? refusals[0] ?? NOT_JSON
}
