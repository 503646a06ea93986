import type { z } from 'zod'
import { fieldAt } from './draft-field'
import { type ListDraft, parseDraftAsMessage } from './list-draft'
import type { Problem } from './list-finding'
import type { RuleCode } from './list-message'

type Blocker = Omit<Problem, 'fix' | 'severity'>

const isRuleCode = (problem: unknown): problem is RuleCode => typeof problem === 'string'

/** An issue of listMessageSchema in the words of the rules. `text` is what stands in its field. */
function issueToBlocker(issue: z.core.$ZodIssue, path: Problem['path'], text?: string): Blocker {
  if (issue.code === 'too_big' && issue.origin === 'string') {
    const max = Number(issue.maximum)
    return { code: 'tooLong', path, params: { max, over: (text?.length ?? max) - max } }
  }
  if (issue.code === 'too_big') return { code: 'tooManySections', path, params: { max: Number(issue.maximum) } }
  if (issue.code === 'too_small') return { code: path.at(-1) === 'rows' ? 'noRows' : 'noSections', path, params: {} }
  if (issue.code === 'custom' && isRuleCode(issue.params?.problem)) {
    const { problem, ...params } = issue.params
    return { code: problem, path, params }
  }
  return { code: 'invalid', path, params: {} }
}

/** What the schema refuses in the draft, in the schema's order. The schema is the only source of what blocks. */
export function findBlockers(draft: ListDraft): Blocker[] {
  const parsed = parseDraftAsMessage(draft)
  if (parsed.success) return []
  return parsed.error.issues.map((issue) => {
    const path = issue.path.filter((step): step is string | number => typeof step !== 'symbol')
    return issueToBlocker(issue, path, fieldAt(draft, path)?.text)
  })
}
