import type { z } from 'zod'
import { type ListDraft, parseDraftAsMessage } from './list-draft'
import { LIMITS, type RuleCode } from './list-message'

export type ProblemCode = RuleCode | 'tooLong' | 'tooManySections' | 'noSections' | 'noRows' | 'invalid'

/**
 * One thing that keeps a message from being sent. `path` leads to the field in a ListMessage and in a ListDraft alike
 * (`['sections', 0, 'rows', 2, 'title']`); `params` fill its sentence (`max`, `over`, `total`, `id`).
 */
export type Problem = { code: ProblemCode; path: (string | number)[]; params: Record<string, string | number> }

/** A zod issue of listMessageSchema, or of the part of the payload that shares its fields, as a problem. */
export function issueToProblem(issue: z.core.$ZodIssue, text?: string): Problem {
  const path = issue.path.filter((step): step is string | number => typeof step !== 'symbol')
  if (issue.code === 'too_big' && issue.origin === 'string') {
    const max = Number(issue.maximum)
    return { code: 'tooLong', path, params: { max, over: (text?.length ?? max) - max } }
  }
  if (issue.code === 'too_big') return { code: 'tooManySections', path, params: { max: Number(issue.maximum) } }
  if (issue.code === 'too_small') return { code: path.at(-1) === 'rows' ? 'noRows' : 'noSections', path, params: {} }
  if (issue.code === 'custom' && issue.params?.problem) {
    const { problem, ...params } = issue.params
    return { code: problem, path, params }
  }
  return { code: 'invalid', path, params: {} }
}

const textAt = (draft: ListDraft, path: PropertyKey[]): string | undefined => {
  let at: unknown = draft
  for (const step of path) at = (at as Record<PropertyKey, unknown> | undefined)?.[step]
  return typeof at === 'string' ? at : undefined
}

const FIELDS = ['header', 'body', 'footer', 'button', 'sections', 'title', 'rows', 'id', 'description']
const rank = (step: string | number | undefined) =>
  step === undefined ? -1 : typeof step === 'number' ? step : FIELDS.indexOf(step)

function inReadingOrder(a: Problem, b: Problem): number {
  for (let i = 0; i < Math.max(a.path.length, b.path.length); i++) {
    const difference = rank(a.path[i]) - rank(b.path[i])
    if (difference) return difference
  }
  return 0
}

/** All that keeps a draft from being sent, in the order in which the form shows its fields. Empty: it can be sent. */
export function findProblems(draft: ListDraft): Problem[] {
  const parsed = parseDraftAsMessage(draft)
  if (parsed.success) return []
  return parsed.error.issues.map((issue) => issueToProblem(issue, textAt(draft, issue.path))).sort(inReadingOrder)
}

export const problemKey = (path: (string | number)[]) => path.join('.')

export const countRows = (draft: { sections: { rows: unknown[] }[] }) =>
  draft.sections.reduce((sum, section) => sum + section.rows.length, 0)

export const roomForRows = (draft: ListDraft) => Math.max(0, LIMITS.rows - countRows(draft))
