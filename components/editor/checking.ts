import { atRest } from '@/components/ui/at-rest'
import type { History } from '@/lib/domain/draft-history'
import { type Cell, createCell } from './cell'
import { type ProblemMap, toProblemMap } from './problem-map'

/** Milliseconds after which what is typed is checked, however busy the page is. */
const PATIENCE = 250

/**
 * What the rules say of the present draft. An edit is checked at once; what is being typed, once it has been drawn, so that
 * no letter waits for the rules.
 */
export function createChecking(history: Cell<History>): { problems: Cell<ProblemMap>; checkNow: () => void } {
  let checked = history.get().present
  let callOff: (() => void) | null = null
  const problems = createCell(toProblemMap(checked))
  const checkNow = () => {
    callOff?.()
    callOff = null
    const { present } = history.get()
    if (present === checked) return
    checked = present
    problems.set(toProblemMap(present, problems.get()))
  }
  history.subscribe(() => {
    const { open } = history.get()
    if (!open) checkNow()
    else callOff ??= atRest(checkNow, PATIENCE)
  })
  return { problems, checkNow }
}
