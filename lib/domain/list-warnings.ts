import { type DraftField, type FieldName, fieldsOf, rowAt } from './draft-field'
import type { ListDraft } from './list-draft'
import type { FixId, Warning, WarningCode } from './list-finding'
import { LIMITS } from './list-message'
import { findLikenesses } from './row-likeness'
import { characterAt } from './text-cut'
import { firstMark, holdsLink } from './undrawn-marks'
import { maskVariables } from './variable-atoms'
import { findWorstCases } from './variable-rules'
import { fillDraft, readVariables, sampleText } from './variables'

/** Reply buttons, which stand open in the chat: at most three, of at most 20 units. Source: Meta, "Reply buttons". */
const BUTTONS = { count: 3, title: 20 } as const

/** Meta refuses none of these, and what it documents leaves them out or is contradicted by what people report. */
const EMOJI_DISPUTED: readonly FieldName[] = ['button', 'rowTitle']
/** Meta's OpenAPI draws formatting in body and footer alone. */
const MARKS_DRAWN: readonly FieldName[] = ['body', 'footer', 'rowId']
const LINKS_DEAD: readonly FieldName[] = ['rowTitle', 'rowDescription']
const OPTIONAL: readonly FieldName[] = ['header', 'footer', 'sectionTitle', 'rowDescription']

// ©, ® and ™ are letters to nearly every phone.
const EMOJI = /(?![©®™])\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u
const LINE_BREAK = /[\r\n\u2028\u2029]/

const warning = (code: WarningCode, path: Warning['path'], params: Warning['params'] = {}, fix?: FixId): Warning => ({
  code,
  severity: 'warns',
  path,
  params,
  ...(fix && { fix }),
})

function fieldWarnings({ name, path, text }: DraftField): Warning[] {
  if (!text) return []
  const trimmed = text.trim()
  if (!trimmed) {
    // Where the text is required its absence is already told.
    return OPTIONAL.includes(name) ? [warning('onlySpaces', path, {}, 'clear')] : []
  }

  const found: Warning[] = []
  if (trimmed !== text) found.push(warning('edgeSpaces', path, {}, 'trim'))
  if (name !== 'body' && LINE_BREAK.test(trimmed)) found.push(warning('lineBreak', path, {}, 'joinLines'))

  const mark = MARKS_DRAWN.includes(name) ? null : firstMark(maskVariables(text))
  if (mark) found.push(warning('marks', path, { mark }, 'dropMarks'))

  if (LINKS_DEAD.includes(name) && holdsLink(text)) found.push(warning('link', path))

  const emoji = EMOJI_DISPUTED.includes(name) ? EMOJI.exec(text) : null
  if (emoji) found.push(warning('emoji', path, { emoji: characterAt(text, emoji.index) }))
  return found
}

function likenessWarnings(filled: ListDraft): Warning[] {
  return findLikenesses(filled).map(({ code, path, title }) => {
    const own = rowAt(filled, path)?.title.trim() ?? ''
    // One that is too long, or holds a broken variable, is repaired for that first. What is cut alike only a person can
    // put differently.
    const canNumber = code === 'equalTitles' && own.length <= LIMITS.rowTitle && readVariables(own).length === 0
    return warning(code, path, { title }, canNumber ? 'numberTitle' : undefined)
  })
}

function shortnessWarnings(draft: ListDraft): Warning[] {
  const rows = draft.sections.flatMap((section) => section.rows)
  if (draft.sections.length !== 1 || rows.length === 0 || rows.length > BUTTONS.count) return []
  const wouldFit = rows.every(({ title, description }) => {
    const { length } = title.trim()
    return length > 0 && length <= BUTTONS.title && !description.trim()
  })
  return wouldFit ? [warning('buttonsMaySuit', ['sections'], { count: rows.length })] : []
}

/**
 * What a person should look at, though WhatsApp would take it: rows are compared as their samples fill them. A single section without a title is not among them:
 * Meta's guide calls the title required, its OpenAPI only from two sections on, and lists without one are sent daily.
 */
export function findWarnings(draft: ListDraft): Warning[] {
  const filled = fillDraft(draft, sampleText)
  return [
    ...fieldsOf(draft).flatMap(fieldWarnings),
    ...findWorstCases(draft),
    ...likenessWarnings(filled),
    ...shortnessWarnings(filled),
  ]
}
