import { fieldsOf } from './draft-field'
import type { ListDraft } from './list-draft'
import type { Problem, ProblemCode, Warning } from './list-finding'
import { LIMITS } from './list-message'
import { firstCharacters, lastCharacters } from './text-cut'
import { guessVariable } from './variable-guess'
import {
  readVariables,
  sampleText,
  VARIABLES,
  type Variable,
  type VariableProblem,
  variableText,
  worstText,
} from './variables'

type Blocker = Omit<Problem, 'fix' | 'severity'>

/** The rule that each thing wrong with a variable breaks. */
export const VARIABLE_RULES = {
  unknown: 'unknownVariable',
  unclosed: 'unclosedVariable',
  empty: 'emptyVariable',
} as const satisfies Record<VariableProblem, ProblemCode>

/** How much of what stands around a broken variable tells where it is. */
const AROUND = 14
const SHOWN = 32

/** A part of a text of that length without the word that it was cut in. */
const wholeWords = (part: string, length: number, cut: RegExp) => (part.length < length ? part.replace(cut, '') : part)

function placeOf(text: string, { start, end }: Variable): string {
  const before = wholeWords(lastCharacters(text.slice(0, start), AROUND), start, /^\S+(?=\s)/)
  const after = wholeWords(firstCharacters(text.slice(end), AROUND), text.length - end, /(?<=\s)\S+$/)
  const variable = firstCharacters(text.slice(start, end), SHOWN)
  const whole = variable.length === end - start
  return [
    before.length < start ? '…' : '',
    before.trimStart(),
    variable,
    whole ? after.trimEnd() : '',
    !whole || after.length < text.length - end ? '…' : '',
  ]
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

/** What would stand in the place of a broken variable, where that can be guessed: `{{nome}}` for `{{nom}}`. */
export function mended({ name, fallback }: Variable): string | null {
  const guess = guessVariable(name)
  return guess && variableText(guess, fallback)
}

/**
 * Every variable that cannot be filled, and each ID that holds one, which must be the same for everybody. `name` is what
 * was typed as its name, `at` where it begins in its text, `around` what a person reads there, `guess` what it may have been meant to be.
 */
export function findVariableBlockers(draft: ListDraft): Blocker[] {
  return fieldsOf(draft).flatMap(({ name, path, text }): Blocker[] => {
    const variables = readVariables(text)
    const [first] = variables
    if (!first) return []
    if (name === 'rowId') {
      return [
        {
          code: 'variableInId',
          path,
          params: { variable: firstCharacters(text.slice(first.start, first.end), SHOWN) },
        },
      ]
    }
    return variables.flatMap((variable): Blocker[] => {
      if (variable.problem === null) return []
      const guess = mended(variable)
      const params = {
        variable: firstCharacters(text.slice(variable.start, variable.end), SHOWN),
        at: variable.start,
        name: firstCharacters(variable.name, SHOWN),
        around: placeOf(text, variable),
        ...(guess && { guess }),
      }
      return [{ code: VARIABLE_RULES[variable.problem], path, params }]
    })
  })
}

/** The variable that makes a text so much longer than its sample. */
function heaviest(text: string): string {
  const grown = readVariables(text).flatMap(({ name, fallback, problem }) => {
    if (problem !== null) return []
    const { sample, longest } = VARIABLES[name]
    return [{ name, more: Math.max(longest.length, fallback?.length ?? 0) - sample.length }]
  })
  return grown.sort((a, b) => b.more - a.more)[0]?.name ?? ''
}

/** The texts that fit with samples, and would not with long values. `variable` is the one that weighs most. */
export function findWorstCases(draft: ListDraft): Warning[] {
  return fieldsOf(draft).flatMap(({ name, path, text }): Warning[] => {
    const max = LIMITS[name]
    const over = worstText(text).length - max
    // Nothing is worse than what it is already without values.
    if (name === 'rowId' || over <= 0 || sampleText(text).length > max) return []
    return [{ code: 'worstCaseTooLong', severity: 'warns', path, params: { max, over, variable: heaviest(text) } }]
  })
}
