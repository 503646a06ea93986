import type { ListDraft } from '@/lib/domain/list-draft'
import type { Finding, Problem, Warning } from '@/lib/domain/list-finding'
import { problemKey } from '@/lib/domain/list-problems'
import { checkDraft } from '@/lib/domain/list-rules'

/** What the rules say of the draft, in the form's order; and by dotted names the first problem and all warnings of each field. */
export type ProblemMap = {
  list: Problem[]
  warnings: Warning[]
  byName: ReadonlyMap<string, Problem>
  warningsByName: ReadonlyMap<string, Warning[]>
}

const isSame = (a: Finding, b: Finding) =>
  a.code === b.code &&
  a.severity === b.severity &&
  a.fix === b.fix &&
  problemKey(a.path) === problemKey(b.path) &&
  JSON.stringify(a.params) === JSON.stringify(b.params)

/** What has not changed since stays the very same object, so that only a changed field draws again. */
function keepKnown<F extends Finding>(found: F[], before: F[] | undefined): F[] {
  const list = found.map((finding) => before?.find((known) => isSame(known, finding)) ?? finding)
  return before && list.length === before.length && list.every((finding, i) => finding === before[i]) ? before : list
}

/** The findings now. Where nothing changed since, the very same map. */
export function toProblemMap(draft: ListDraft, before?: ProblemMap): ProblemMap {
  const found = checkDraft(draft)
  const list = keepKnown(
    found.filter((finding) => finding.severity === 'blocks'),
    before?.list,
  )
  const warnings = keepKnown(
    found.filter((finding) => finding.severity === 'warns'),
    before?.warnings,
  )
  if (before && list === before.list && warnings === before.warnings) return before
  const byName = new Map<string, Problem>()
  for (const problem of list) {
    const name = problemKey(problem.path)
    if (!byName.has(name)) byName.set(name, problem)
  }
  const grouped = new Map<string, Warning[]>()
  for (const warning of warnings) {
    const name = problemKey(warning.path)
    grouped.set(name, [...(grouped.get(name) ?? []), warning])
  }
  const warningsByName = new Map(
    [...grouped].map(([name, group]) => [name, keepKnown(group, before?.warningsByName.get(name))]),
  )
  return { list, warnings, byName, warningsByName }
}

/** What is not done yet rather than done wrong. A variable is unclosed, or empty, while it is being typed. */
const UNFINISHED: readonly Finding['code'][] = [
  'required',
  'sectionTitleRequired',
  'noRows',
  'unclosedVariable',
  'emptyVariable',
]

/** What somebody did rather than what they have not come to yet: told at once, without waiting for the field to be left. */
export const isTold = ({ code, severity }: Finding) => severity === 'blocks' && !UNFINISHED.includes(code)

/** Spaces at an end are a finding only once nobody is writing there. */
export const isPending = ({ code, path }: Warning, typed: string | null) =>
  (code === 'edgeSpaces' || code === 'onlySpaces') && problemKey(path) === typed
