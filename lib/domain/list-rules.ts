import { findBlockers } from './list-blockers'
import type { ListDraft } from './list-draft'
import type { Finding, Problem } from './list-finding'
import { fixFor } from './list-fix-offer'
import { findWarnings } from './list-warnings'

const FIELDS = ['header', 'body', 'footer', 'button', 'sections', 'title', 'rows', 'id', 'description']
const rank = (step: string | number | undefined) =>
  step === undefined ? -1 : typeof step === 'number' ? step : FIELDS.indexOf(step)

function inReadingOrder(a: Finding, b: Finding): number {
  for (let i = 0; i < Math.max(a.path.length, b.path.length); i++) {
    const difference = rank(a.path[i]) - rank(b.path[i])
    if (difference) return difference
  }
  return 0
}

/**
 * All that the rules have to say of a draft, in the order in which the form shows its fields; at one field what blocks
 * comes first. It blocks exactly where a variable cannot be filled, or listMessageSchema refuses the draft with samples.
 */
export function checkDraft(draft: ListDraft): Finding[] {
  const problems = findBlockers(draft).map((blocker): Problem => {
    const fix = fixFor(draft, blocker)
    return { ...blocker, severity: 'blocks', ...(fix && { fix }) }
  })
  return [...problems, ...findWarnings(draft)].sort(inReadingOrder)
}
