import { rowAt, sectionAt } from './draft-field'
import type { ListDraft } from './list-draft'
import type { Finding, FixId } from './list-finding'
import { applyFix } from './list-fixes'
import { LIMITS } from './list-message'
import { checkDraft } from './list-rules'
import { toVariableName } from './variables'

/** Room that the number of a unique ID needs at its end, so that nothing of the ID is cut for it. */
const NUMBER_ROOM = 8

/**
 * The fixes that lose nothing a person wrote and say nothing in their name, in the order of fixAll: first what cleans a
 * text, so that the rest sees it clean; last what takes things away, so that all paths are those of the first draft.
 */
const SAFE_FIXES: readonly FixId[] = [
  'dropBroken',
  'clear',
  'trim',
  'joinLines',
  'closeVariable',
  'moveOverflow',
  'makeId',
  'makeIdUnique',
  'dropRow',
  'dropSection',
]

/**
 * Whether a finding's fix may be applied unasked. Not: `cut` and `dropMarks`, which lose what somebody typed;
 * `numberTitle` and `nameSection`, which put words on the customer's phone that nobody chose; `mergeSections`, which
 * undoes a grouping; `dropSection` where the section has a title; and `trim` and `joinLines` of a row's ID, which
 * WhatsApp takes as it is and which answers already given may carry; and whatever is done to a variable, but for closing
 * one whose name is known. An ID that blocks was never sent as it is, so
 * making it, or making it unique, is safe; of two equal ones the upper keeps it.
 */
export function isSafeFix(draft: ListDraft, { fix, path, params }: Finding): boolean {
  if (!fix || !SAFE_FIXES.includes(fix)) return false
  if (fix === 'trim' || fix === 'joinLines') return path.at(-1) !== 'id'
  if (fix === 'makeIdUnique') return (rowAt(draft, path)?.id.length ?? 0) + NUMBER_ROOM <= LIMITS.rowId
  if (fix === 'closeVariable') return toVariableName(String(params.name)) !== null
  if (fix === 'dropSection') return !sectionAt(draft, path)?.title.trim()
  return true
}

/** One repair that was made. `path` is that of the draft as it was given, `params` those of the finding. */
export type AppliedFix = { fix: FixId; path: Finding['path']; params: Finding['params'] }

/** What comes behind it in its list, or in its text, is somewhere else afterwards. */
const shifts = (fix: FixId) => fix === 'dropRow' || fix === 'dropSection' || fix === 'closeVariable'

/** Several findings may ask for the same section to go; a text may hold several variables. */
const targetOf = (fix: FixId, { path, params }: Finding) =>
  fix === 'dropSection' ? path.slice(0, 2).join('.') : [...path, params.at].join('.')

/**
 * The draft with every safe fix applied, and what was done, in that order. Once is enough: done again it changes
 * nothing. Where nothing is to be done the very same draft comes back.
 */
export function fixAll(draft: ListDraft): { draft: ListDraft; applied: AppliedFix[] } {
  const applied: AppliedFix[] = []
  let fixed = draft
  for (const fix of SAFE_FIXES) {
    const found = checkDraft(fixed).filter((finding) => finding.fix === fix && isSafeFix(fixed, finding))
    const done = new Set<string>()
    // From the end on, what goes does not shift what goes next.
    for (const finding of shifts(fix) ? found.reverse() : found) {
      const target = targetOf(fix, finding)
      const path = fix === 'dropSection' ? finding.path.slice(0, 2) : finding.path
      if (done.has(target)) continue
      done.add(target)
      const next = applyFix(fixed, finding)
      if (next !== fixed) applied.push({ fix, path, params: finding.params })
      fixed = next
    }
  }
  return { draft: fixed, applied }
}
