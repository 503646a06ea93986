import type { z } from 'zod'
import { fieldAt, fieldsOf } from './draft-field'
import { type ListDraft, parseDraftAsMessage } from './list-draft'
import type { Problem } from './list-finding'
import type { RuleCode } from './list-message'
import { findVariableBlockers } from './variable-rules'
import { fillDraft, sampleText } from './variables'

type Blocker = Omit<Problem, 'fix' | 'severity'>

const isRuleCode = (problem: unknown): problem is RuleCode => typeof problem === 'string'

/** An issue of listMessageSchema in the words of the rules. `text` is what stands in its field, `sampled` with samples. */
function issueToBlocker(issue: z.core.$ZodIssue, path: Problem['path'], text?: string, sampled?: boolean): Blocker {
  if (issue.code === 'too_big' && issue.origin === 'string') {
    const max = Number(issue.maximum)
    const over = (text?.length ?? max) - max
    return { code: 'tooLong', path, params: { max, over, ...(sampled && { sampled: 1 }) } }
  }
  if (issue.code === 'too_big') return { code: 'tooManySections', path, params: { max: Number(issue.maximum) } }
  if (issue.code === 'too_small') return { code: path.at(-1) === 'rows' ? 'noRows' : 'noSections', path, params: {} }
  if (issue.code === 'custom' && isRuleCode(issue.params?.problem)) {
    const { problem, ...params } = issue.params
    return { code: problem, path, params }
  }
  return { code: 'invalid', path, params: {} }
}

const BROKEN = /[\0\p{Surrogate}]/u

/** The samples hide what is broken in a fallback. */
const findBrokenFallbacks = (draft: ListDraft): Blocker[] =>
  fieldsOf(draft).flatMap(({ path, text }) =>
    BROKEN.test(text) && !BROKEN.test(sampleText(text)) ? [{ code: 'invalid', path, params: {} }] : [],
  )

/**
 * What is wrong with the draft's variables, then what the schema refuses in the draft as its samples fill it, in the
 * schema's order. These two are the only sources of what blocks.
 */
export function findBlockers(draft: ListDraft): Blocker[] {
  const filled = fillDraft(draft, sampleText)
  const parsed = parseDraftAsMessage(filled)
  const refused = (parsed.error?.issues ?? []).map((issue) => {
    const path = issue.path.filter((step): step is string | number => typeof step !== 'symbol')
    const text = fieldAt(filled, path)?.text
    return issueToBlocker(issue, path, text, text !== fieldAt(draft, path)?.text)
  })
  if (filled === draft) return [...findVariableBlockers(draft), ...refused]
  return [...findVariableBlockers(draft), ...refused, ...findBrokenFallbacks(draft)]
}
