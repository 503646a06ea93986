import * as z from 'zod/mini'
import { fieldAt, fieldsOf } from './draft-field'
import { fillTexts, holdsVariable } from './fill-message'
import type { ListDraft } from './list-draft'
import type { Finding } from './list-finding'
import { LIMITS, listMessageSchema } from './list-message'
import {
  fillDraft,
  fillText,
  readVariables,
  sampleText,
  type UsedVariable,
  VARIABLE_NAMES,
  type VariableName,
  variablesOf,
} from './variables'

/** Room for anything somebody may paste; whether it fits is judged where it stands. */
const VALUE_LENGTH = 2000

export const variableValuesSchema = z.partialRecord(z.enum(VARIABLE_NAMES), z.string().check(z.maxLength(VALUE_LENGTH)))

/** What stands for each variable in one message; spaces around it do not count, and a blank one is none. */
export type VariableValues = z.infer<typeof variableValuesSchema>

/** The draft with these values. A variable that has none stays, and is found again by the rules. */
export const fillWithValues = (draft: ListDraft, values: VariableValues): ListDraft =>
  fillDraft(draft, (text) => fillText(text, (name) => values[name]?.trim() || null))

/** A list message that may leave: one that WhatsApp would take, with every variable filled. */
export const filledMessageSchema = listMessageSchema.check(
  z.refine((message) => !holdsVariable(message), { params: { problem: 'unfilledVariable' } }),
)

// Where a variable stands the length says nothing, and a rule that everybody's filled message is held to will.
const anyText = z.string().check(z.maxLength(20_000))
const maybeText = z.pipe(
  z.optional(anyText),
  z.transform((text) => (text?.trim() ? text : undefined)),
)

/**
 * A message that may be frozen for many, its variables still in it: sound variables alone, in texts that may have them,
 * and with a sample for each it could leave. What it is for one recipient, filledMessageSchema judges once it is filled.
 */
export const frozenMessageSchema = z
  .object({
    header: z.optional(anyText),
    body: anyText,
    footer: z.optional(anyText),
    button: anyText,
    sections: z.array(
      z.object({
        title: maybeText,
        rows: z.array(z.object({ id: anyText, title: anyText, description: maybeText })),
      }),
    ),
  })
  .check(
    z.superRefine((message, context) => {
      const sample = filledMessageSchema.safeParse(fillTexts(message, sampleText))
      for (const issue of sample.error?.issues ?? []) {
        const params = issue.code === 'custom' ? issue.params : { problem: issue.code }
        context.addIssue({ code: 'custom', message: issue.message, params, path: issue.path, input: message })
      }
    }),
  )

/** What is wrong with a value. `path`, of `tooLong`: the text that it makes too long, with all the others filled. */
export type ValueProblem =
  | { name: VariableName; code: 'missing' | 'braces' | 'unshowable' }
  | { name: VariableName; code: 'tooLong'; path: (string | number)[]; over: number; max: number }

const BRACES = /\{\{|\}\}/
const UNSHOWABLE = /[\0\p{Surrogate}]/u

/** The variables that stand soundly in a text. */
const namesIn = (text: string) => readVariables(text).flatMap(({ name, problem }) => (problem === null ? [name] : []))

/**
 * What keeps a draft's values from being sent, in the order in which the person meets the variables. A text that is too
 * long is told at the longest of its values.
 */
export function checkValues(draft: ListDraft, values: VariableValues): ValueProblem[] {
  const typed = (name: VariableName) => values[name]?.trim() ?? ''
  const faults = variablesOf(draft).flatMap(({ name }): ValueProblem[] => {
    const value = typed(name)
    if (!value) return [{ name, code: 'missing' }]
    if (BRACES.test(value)) return [{ name, code: 'braces' }]
    return UNSHOWABLE.test(value) ? [{ name, code: 'unshowable' }] : []
  })
  const faulty = new Set(faults.map(({ name }) => name))
  const tooLong = fieldsOf(draft).flatMap(({ name: field, path, text }): ValueProblem[] => {
    const names = field === 'rowId' ? [] : namesIn(text)
    const [longest] = names.toSorted((a, b) => typed(b).length - typed(a).length)
    // What is still missing may be short.
    if (!longest || names.some((name) => faulty.has(name))) return []
    const max = LIMITS[field]
    const over = fillText(text, typed).length - max
    return over > 0 ? [{ name: longest, code: 'tooLong', path, over, max }] : []
  })
  const order = variablesOf(draft).map(({ name }) => name)
  return [...faults, ...tooLong].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
}

/** How many more units each value may have before a text is too long; what is still missing counts as its sample. */
function roomOf(draft: ListDraft, filled: ListDraft): Map<VariableName, number> {
  const room = new Map<VariableName, number>()
  for (const { name: field, path, text } of fieldsOf(draft)) {
    const names = namesIn(text)
    if (field === 'rowId' || names.length === 0) continue
    const left = LIMITS[field] - sampleText(fieldAt(filled, path)?.text ?? '').length
    for (const name of new Set(names)) {
      const each = Math.floor(left / names.filter((other) => other === name).length)
      room.set(name, Math.min(room.get(name) ?? each, each))
    }
  }
  return room
}

/**
 * A draft on its way to be sent.
 * @property used the variables to be filled
 * @property values what was typed, else the variable's fallback
 * @property filled the draft as these make it; what is missing, or cannot stand in a text, is still a variable there
 * @property room how many more units each value may have
 */
export type FilledIn = {
  used: UsedVariable[]
  values: VariableValues
  valueProblems: ValueProblem[]
  filled: ListDraft
  room: Map<VariableName, number>
}

export function fillIn(draft: ListDraft, typed: VariableValues): FilledIn {
  const used = variablesOf(draft)
  const values: VariableValues = Object.fromEntries(
    used.map(({ name, fallback }) => [name, typed[name] ?? fallback ?? '']),
  )
  const valueProblems = checkValues(draft, values)
  const unfit = new Set(valueProblems.flatMap(({ name, code }) => (code === 'tooLong' ? [] : [name])))
  const fit = Object.fromEntries(used.flatMap(({ name }) => (unfit.has(name) ? [] : [[name, values[name]]])))
  const filled = fillWithValues(draft, fit)
  return { used, values, valueProblems, filled, room: roomOf(draft, filled) }
}

/** Whether what a finding says of the filled draft is already said of a value. */
export const isToldAtValue = ({ code, path }: Finding, problems: ValueProblem[]): boolean =>
  code === 'tooLong' &&
  problems.some((problem) => problem.code === 'tooLong' && problem.path.join('.') === path.join('.'))
