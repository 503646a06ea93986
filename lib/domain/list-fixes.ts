import { fieldAt, isBlankRow, rowAt, sectionAt, withRow, withText } from './draft-field'
import type { ListDraft } from './list-draft'
import { removeRow, removeSection } from './list-edits'
import type { Finding, FixId } from './list-finding'
import { LIMITS } from './list-message'
import { copyRowId, fillRowId } from './row-id'
import { shownTitleKey } from './row-likeness'
import { overflowToDescription } from './row-overflow'
import { cutAtWord, firstCharacters } from './text-cut'
import { withoutMarks } from './undrawn-marks'
import { withMasks } from './variable-atoms'
import { dropVariable, mendVariable } from './variable-fixes'

/** What a fix writes that nobody typed, in the language of whoever presses it. */
export type FixWords = { section: string }
const WORDS: FixWords = { section: 'Opções' }

type Path = Finding['path']
type Fix = (draft: ListDraft, path: Path, finding: Finding, words: FixWords) => ListDraft

/** The draft with that text made into another one. A row's ID stays apart from all others by a number. */
function rewrite(draft: ListDraft, path: Path, change: (text: string, max: number) => string): ListDraft {
  const field = fieldAt(draft, path)
  if (!field) return draft
  const text = change(field.text, LIMITS[field.name])
  if (field.name !== 'rowId') return withText(draft, path, text)
  const others = draft.sections.flatMap((section, s) =>
    section.rows.filter((_, r) => s !== path[1] || r !== path[3]).map((row) => row.id),
  )
  return withText(draft, path, copyRowId(text, others))
}

const joinLines = (text: string) =>
  text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ')

/** The first of `word 2`, `word 3`… that nothing has yet, its word cut where it must be to fit. */
function numbered(word: string, from: number, max: number, taken: ReadonlySet<string>): string {
  for (let n = from; ; n++) {
    const suffix = ` ${n}`
    const title = cutAtWord(word, max - suffix.length) + suffix
    if (!taken.has(shownTitleKey(title))) return title
  }
}

function numberTitle(draft: ListDraft, path: Path): ListDraft {
  const row = rowAt(draft, path)
  if (!row) return draft
  const keys = draft.sections.flatMap((section) => section.rows.map(({ title }) => shownTitleKey(title)))
  const isRepeated = keys.filter((key) => key === shownTitleKey(row.title)).length > 1
  if (!isRepeated) return draft
  const taken = new Set(keys)
  return withRow(draft, path, { title: numbered(row.title, 2, LIMITS.rowTitle, taken) })
}

function nameSection(draft: ListDraft, path: Path, words: FixWords): ListDraft {
  const section = sectionAt(draft, path)
  if (!section || section.title.trim() || draft.sections.length < 2) return draft
  const taken = new Set(draft.sections.map(({ title }) => shownTitleKey(title)))
  return withText(draft, path, numbered(words.section, Number(path[1]) + 1, LIMITS.sectionTitle, taken))
}

/** Rows past the last section of `count` go to its end. */
function mergeFrom(draft: ListDraft, count: number): ListDraft {
  const spare = draft.sections.slice(count)
  if (spare.length === 0) return draft
  return {
    ...draft,
    sections: draft.sections
      .slice(0, count)
      .map((section, s) =>
        s === count - 1 ? { ...section, rows: [...section.rows, ...spare.flatMap(({ rows }) => rows)] } : section,
      ),
  }
}

/** An ID of what is left, unlike all others; made from the title where nothing is. */
const settleId = (draft: ListDraft, path: Path): ListDraft =>
  rowAt(draft, path)?.id.trim() ? rewrite(draft, path, (id) => id) : fillRowId(draft, Number(path[1]), Number(path[3]))

const FIXES: Record<FixId, Fix> = {
  trim: (draft, path) => rewrite(draft, path, (text) => text.trim()),
  clear: (draft, path) => (fieldAt(draft, path)?.text.trim() ? draft : withText(draft, path, '')),
  joinLines: (draft, path) => rewrite(draft, path, joinLines),
  dropBroken: (draft, path) => rewrite(draft, path, (text) => text.replace(/[\0\p{Surrogate}]/gu, '')),
  dropMarks: (draft, path) => rewrite(draft, path, (text) => withMasks(text, withoutMarks)),
  cut: (draft, path) =>
    // An ID has no words to keep whole.
    rewrite(draft, path, path.at(-1) === 'id' ? firstCharacters : cutAtWord),
  moveOverflow: (draft, path) => {
    const row = rowAt(draft, path)
    const moved = row && overflowToDescription(row)
    return moved ? withRow(draft, path, moved) : draft
  },
  makeId: (draft, path) => fillRowId(draft, Number(path[1]), Number(path[3])),
  makeIdUnique: (draft, path) => rewrite(draft, path, (id) => id),
  numberTitle,
  nameSection: (draft, path, _finding, words) => nameSection(draft, path, words),
  mergeSections: (draft, _path, { code }) => {
    if (code === 'tooManySections') return mergeFrom(draft, LIMITS.sections)
    return draft.sections.every(({ title }) => !title.trim()) ? mergeFrom(draft, 1) : draft
  },
  swapVariable: mendVariable,
  closeVariable: mendVariable,
  dropVariable: (draft, path, finding) => {
    const dropped = dropVariable(draft, path, finding)
    // What is left of an ID may be one that another row has.
    return path.at(-1) === 'id' && dropped !== draft ? settleId(dropped, path) : dropped
  },
  dropRow: (draft, path) => {
    const row = rowAt(draft, path)
    const isOnly = sectionAt(draft, path)?.rows.length === 1
    return row && isBlankRow(row) && !isOnly ? removeRow(draft, Number(path[1]), Number(path[3])).draft : draft
  },
  dropSection: (draft, path) => {
    const section = sectionAt(draft, path)
    const canGo = draft.sections.length > 1 && section?.rows.every(isBlankRow)
    return canGo ? removeSection(draft, Number(path[1])).draft : draft
  },
}

/**
 * The draft with what a finding tells of repaired by the fix it offers; one finding fewer of its rule. A finding without
 * a fix, or that is no longer true, leaves the very same draft. Nothing is mutated. `words` are those of a title that
 * the fix must make up.
 */
export const applyFix = (draft: ListDraft, finding: Finding, words: FixWords = WORDS): ListDraft =>
  finding.fix ? FIXES[finding.fix](draft, finding.path, finding, words) : draft
