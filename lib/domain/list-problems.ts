import type { ListDraft } from './list-draft'
import type { Finding, Problem as FoundProblem } from './list-finding'
import { LIMITS } from './list-message'
import { checkDraft } from './list-rules'

/** One thing that keeps a message from being sent: a finding that blocks. */
export type Problem = FoundProblem

const isProblem = (finding: Finding): finding is Problem => finding.severity === 'blocks'

/** All that keeps a draft from being sent, in the order in which the form shows its fields. Empty: it can be sent. */
export const findProblems = (draft: ListDraft): Problem[] => checkDraft(draft).filter(isProblem)

export const problemKey = (path: (string | number)[]) => path.join('.')

export const countRows = (draft: { sections: { rows: unknown[] }[] }) =>
  draft.sections.reduce((sum, section) => sum + section.rows.length, 0)

export const roomForRows = (draft: ListDraft) => Math.max(0, LIMITS.rows - countRows(draft))
