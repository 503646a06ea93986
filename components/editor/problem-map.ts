import type { ListDraft } from '@/lib/domain/list-draft'
import { findProblems, type Problem, problemKey } from '@/lib/domain/list-problems'

/** The draft's problems: in the form's order, and the first of each field by its dotted name. */
export type ProblemMap = { list: Problem[]; byName: ReadonlyMap<string, Problem> }

const isSame = (a: Problem, b: Problem) =>
  a.code === b.code &&
  problemKey(a.path) === problemKey(b.path) &&
  JSON.stringify(a.params) === JSON.stringify(b.params)

/** The problems now. What has not changed since stays the very same object, so that only a changed field draws again. */
export function toProblemMap(draft: ListDraft, before?: ProblemMap): ProblemMap {
  const found = findProblems(draft)
  const list = found.map((problem) => before?.list.find((known) => isSame(known, problem)) ?? problem)
  if (before && list.length === before.list.length && list.every((problem, i) => problem === before.list[i]))
    return before
  const byName = new Map<string, Problem>()
  for (const problem of list) {
    const name = problemKey(problem.path)
    if (!byName.has(name)) byName.set(name, problem)
  }
  return { list, byName }
}

/** What somebody did rather than what they have not come to yet: told at once, without waiting for the field to be left. */
export const isTold = (problem: Problem) =>
  problem.code !== 'required' && problem.code !== 'sectionTitleRequired' && problem.code !== 'noRows'
