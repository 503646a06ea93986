import { fieldAt, isBlankRow, rowAt, sectionAt } from './draft-field'
import type { DraftSection, ListDraft } from './list-draft'
import type { FixId, Problem } from './list-finding'
import { LIMITS } from './list-message'
import { overflowToDescription } from './row-overflow'
import { cutAtWord } from './text-cut'
import { readVariables, sampleText } from './variables'

const holdsNothing = (section: DraftSection) => !section.title.trim() && section.rows.every(isBlankRow)

/** A section that holds nothing can go, as long as one is left that holds something. */
const canDropEmpty = (draft: ListDraft, section: DraftSection) =>
  holdsNothing(section) && draft.sections.some((other) => !holdsNothing(other))

type Blocker = Pick<Problem, 'code' | 'path' | 'params'>

function tooLongFix(draft: ListDraft, path: Problem['path']): FixId | undefined {
  const field = fieldAt(draft, path)
  if (!field) return undefined
  const max = LIMITS[field.name]
  if (field.name === 'rowId') {
    if (readVariables(field.text).length > 0) return undefined
    return field.text.trim().length <= max ? 'trim' : 'cut'
  }
  if (sampleText(field.text.trim()).length <= max) return 'trim'
  const row = field.name === 'rowTitle' ? rowAt(draft, path) : null
  if (row && overflowToDescription(row)) return 'moveOverflow'
  // Of a text that begins with something longer than all its room nothing would be left.
  return cutAtWord(field.text, max) ? 'cut' : undefined
}

function requiredFix(draft: ListDraft, path: Problem['path']): FixId | undefined {
  const section = sectionAt(draft, path)
  const row = rowAt(draft, path)
  if (!section || !row) return undefined
  if (path.at(-1) === 'id') return row.title.trim() ? 'makeId' : undefined
  if (!isBlankRow(row)) return undefined
  if (canDropEmpty(draft, section)) return 'dropSection'
  return section.rows.length > 1 ? 'dropRow' : undefined
}

function sectionTitleFix(draft: ListDraft, path: Problem['path']): FixId {
  const section = sectionAt(draft, path)
  if (section && canDropEmpty(draft, section)) return 'dropSection'
  return draft.sections.every(({ title }) => !title.trim()) ? 'mergeSections' : 'nameSection'
}

/** The fix that suits a problem best, or none: too many rows, or a text that only a person can write. */
export function fixFor(draft: ListDraft, { code, path, params }: Blocker): FixId | undefined {
  switch (code) {
    case 'tooLong':
      return tooLongFix(draft, path)
    case 'required':
      return requiredFix(draft, path)
    case 'sectionTitleRequired':
      return sectionTitleFix(draft, path)
    case 'duplicateRowId':
      // One that is too long is cut first, and is made unique by that.
      return (rowAt(draft, path)?.id.length ?? 0) <= LIMITS.rowId ? 'makeIdUnique' : undefined
    case 'noRows':
      return draft.sections.length > 1 ? 'dropSection' : undefined
    case 'tooManySections':
      return 'mergeSections'
    case 'invalid':
      return 'dropBroken'
    case 'unknownVariable':
      return params.guess ? 'swapVariable' : undefined
    case 'unclosedVariable':
      return params.guess ? 'closeVariable' : undefined
    case 'emptyVariable':
    case 'variableInId':
      return 'dropVariable'
    case 'tooManyRows':
    case 'noSections':
      return undefined
  }
}
