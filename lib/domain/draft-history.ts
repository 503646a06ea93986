import * as z from 'zod/mini'
import { type FieldName, fieldsOf, rowAt, sectionAt } from './draft-field'
import { type ListDraft, listDraftSchema } from './list-draft'
import type { FieldPath } from './list-edits'

/** What a step did; its words are in the messages under `steps.name`. */
export const STEP_CODES = [
  'type',
  'pasteText',
  'format',
  'insert',
  'code',
  'addSection',
  'duplicateSection',
  'moveSection',
  'removeSection',
  'addRow',
  'duplicateRow',
  'moveRow',
  'removeRow',
  'fix',
  'fixAll',
  'pasteRows',
  'bulk',
  'import',
  'startOver',
  'discard',
  'bringBack',
  'openCopy',
  'takeOther',
  'takeBack',
  'keepSentIds',
] as const

const FIELDS = [
  'header',
  'body',
  'footer',
  'button',
  'sectionTitle',
  'rowTitle',
  'rowId',
  'rowDescription',
] as const satisfies FieldName[]

const stepNameSchema = z.object({
  code: z.enum(STEP_CODES),
  /** Which text, for those that change one. */
  field: z.optional(z.enum(FIELDS)),
  /** How many rows, or texts, for those that count. */
  count: z.optional(z.int()),
})
export type StepName = z.infer<typeof stepNameSchema>

const stepSchema = z.object({
  id: z.int(),
  name: stepNameSchema,
  /** The key of the section or row that it was about, where it was about one. */
  key: z.nullable(z.string()),
  /** Of the past: the draft before the step. Of the future: the draft after it. */
  draft: listDraftSchema,
})
export type Step = z.infer<typeof stepSchema>

const historySchema = z.object({
  /** Oldest first: the last one is taken back next. */
  past: z.array(stepSchema),
  present: listDraftSchema,
  /** The last one is done again next. */
  future: z.array(stepSchema),
  /** How many steps were ever made: the next one's id. */
  made: z.int(),
})

/** Every way back and forth from the draft as it is. Drafts in it are never mutated and share what they have in common. */
export type History = z.infer<typeof historySchema> & {
  /** The typing that goes on: what is typed in the same place within a pause belongs to its step. */
  open: { group: string; at: number } | null
}

/** Milliseconds without a key after which typing on is another step. */
export const TYPING_PAUSE = 1000
export const HISTORY_LIMITS = {
  steps: 100,
  /** Of all its drafts together, in UTF-16 units of text: a tab's store takes about five times as much. */
  size: 1_000_000,
} as const

export const newHistory = (present: ListDraft): History => ({ past: [], present, future: [], made: 0, open: null })

// A key and the punctuation around a row, roughly: a thousand empty rows are not nothing.
const ROW_SIZE = 80
const sizes = new WeakMap<ListDraft, number>()
function sizeOf(draft: ListDraft): number {
  const known = sizes.get(draft)
  if (known !== undefined) return known
  let size = 0
  for (const { text, name } of fieldsOf(draft)) size += text.length + (name === 'rowTitle' ? ROW_SIZE : 0)
  sizes.set(draft, size)
  return size
}

/** How much text a history holds. */
export const historySize = ({ past, present, future }: History): number =>
  [...past, ...future].reduce((sum, { draft }) => sum + sizeOf(draft), sizeOf(present))

/** Lets the oldest steps go until it is within its bounds; the newest stays, however big. */
function bounded(history: History): History {
  let over = historySize(history) - HISTORY_LIMITS.size
  let from = Math.max(0, history.past.length - HISTORY_LIMITS.steps)
  for (const [i, { draft }] of history.past.entries()) {
    if (i >= from && (over <= 0 || i === history.past.length - 1)) break
    over -= sizeOf(draft)
    from = Math.max(from, i + 1)
  }
  return from ? { ...history, past: history.past.slice(from) } : history
}

const isSame = (a: ListDraft, b: ListDraft) => a === b || JSON.stringify(a) === JSON.stringify(b)

type RecordOptions = {
  key?: string | null
  /** Typing: what has the same group and follows within a pause belongs to one step. */
  typing?: { group: string; at: number }
}

/** Another draft in place of the present one, as a step. What could be done again is over. No change is no step. */
export function record(history: History, draft: ListDraft, name: StepName, options: RecordOptions = {}): History {
  const { typing = null, key = null } = options
  const { past, present, open, made } = history
  if (draft === present || (!typing && isSame(draft, present))) return history
  const goesOn = typing && open?.group === typing.group && typing.at - open.at < TYPING_PAUSE
  if (goesOn) return bounded({ ...history, present: draft, future: [], open: typing })
  return bounded({
    past: [...past, { id: made, name, key, draft: present }],
    present: draft,
    future: [],
    made: made + 1,
    open: typing,
  })
}

/** What follows from the newest step by itself, like a row's ID from its title, is a part of it: no step, and no end to the future. */
export const amend = (history: History, draft: ListDraft): History =>
  draft === history.present ? history : bounded({ ...history, present: draft })

/** Ends the typing that goes on: what is typed next is another step. */
export const flush = (history: History): History => (history.open ? { ...history, open: null } : history)

/** Takes the newest step back; the very same history where there is none. */
export function undo(history: History): History {
  const { past, present, future } = history
  const step = past.at(-1)
  if (!step) return history
  const undone = { ...step, draft: present }
  return { ...history, past: past.slice(0, -1), present: step.draft, future: [...future, undone], open: null }
}

/** Does again what was last taken back; the very same history where there is nothing. */
export function redo(history: History): History {
  const { past, present, future } = history
  const step = future.at(-1)
  if (!step) return history
  const redone = { ...step, draft: present }
  return { ...history, past: [...past, redone], present: step.draft, future: future.slice(0, -1), open: null }
}

/** A history as it was written down, or null where nobody can read it. Whatever was being typed is over. */
export function readHistory(raw: string | null): History | null {
  if (raw === null) return null
  try {
    const read = historySchema.safeParse(JSON.parse(raw)).data
    return read ? { ...read, open: null } : null
  } catch {
    return null
  }
}

type Keyed = { key: string; path: FieldPath; text: string }
const keyedTexts = (draft: ListDraft): Keyed[] =>
  fieldsOf(draft).map(({ path, text }) => {
    const owner = rowAt(draft, path) ?? sectionAt(draft, path)
    return { key: `${owner?.key ?? ''}.${path.at(-1)}`, path, text }
  })

/**
 * Where somebody would look for what changed between two drafts: the first text that is new or other, else where one
 * was, else what has moved, `key` before all.
 */
export function changedPath(from: ListDraft, to: ListDraft, key: string | null = null): FieldPath {
  const [before, after] = [keyedTexts(from), keyedTexts(to)]
  const was = new Map(before.map((field) => [field.key, field]))
  const is = new Map(after.map((field) => [field.key, field]))
  const found =
    after.find((field) => was.get(field.key)?.text !== field.text) ??
    before.find((field) => !is.has(field.key)) ??
    is.get(`${key}.title`) ??
    after.find((field) => was.get(field.key)?.path.join() !== field.path.join())
  return found?.path ?? ['body']
}
