import { type FieldName, fieldsOf } from './draft-field'
import type { ListDraft } from './list-draft'
import { LIMITS } from './list-message'
import { toPersonKey } from './person-key'
import { repairPhone } from './phone-repair'
import type { RecipientMapping } from './recipient-list'
import type { TooLong, Verdict, VerdictDetail } from './recipient-verdict'
import type { VariableValues } from './variable-values'
import { readVariables, type VariableName, variablesOf } from './variables'

/** A text of the draft that holds variables: what is steady in it, and each variable with what stands in its stead. */
type Filled = {
  field: FieldName
  path: (string | number)[]
  steady: number
  max: number
  variables: { name: VariableName; fallback: string }[]
}

/**
 * What a line says by itself: whether they are written to already, opted out or stand there twice is not known yet.
 * @property verdict null where nothing speaks against it so far
 */
export type JudgedRow = {
  phone: string | null
  person: string | null
  name: string | null
  repair: string | null
  values: VariableValues
  verdict: Extract<Verdict, 'invalid' | 'variableMissing' | 'tooLong'> | null
  detail: VerdictDetail | null
}

const BRACES = /\{\{|\}\}/
const UNSHOWABLE = /[\0\p{Surrogate}]/u

function textsToFill(draft: ListDraft): Filled[] {
  return fieldsOf(draft).flatMap(({ name: field, path, text }): Filled[] => {
    if (field === 'rowId') return []
    const sound = readVariables(text).flatMap((one) => (one.problem === null ? [one] : []))
    if (sound.length === 0) return []
    const taken = sound.reduce((sum, { start, end }) => sum + end - start, 0)
    return [
      {
        field,
        path,
        steady: text.length - taken,
        max: LIMITS[field],
        variables: sound.map(({ name, fallback }) => ({ name, fallback: fallback ?? '' })),
      },
    ]
  })
}

/** The first of a full name, for a greeting. */
const firstName = (name: string) => name.split(/\s+/)[0] ?? ''

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/**
 * Makes what judges each line of a list against one message: read once, since lists have a hundred thousand lines.
 * @param common what stands for a variable that has no column, or whose cell is blank
 */
export function rowJudge(
  draft: ListDraft,
  mapping: RecipientMapping,
  common: VariableValues,
): (cells: string[]) => JudgedRow {
  const texts = textsToFill(draft)
  const used = variablesOf(draft)

  const valueFor = (name: VariableName, cells: string[], person: string): string => {
    const column = mapping.variables[name]
    const cell = column === undefined ? '' : (cells[column]?.trim() ?? '')
    if (cell) return cell
    if (name === 'nome' && person) return person
    const known = cells[mapping.variables.nome ?? -1]?.trim() || person
    if (name === 'primeiro_nome' && known) return firstName(known)
    return common[name]?.trim() ?? ''
  }

  function problemOf(values: VariableValues): VerdictDetail | null {
    for (const { name, isCovered } of used) {
      const value = values[name] ?? ''
      if (!value && !isCovered) return { of: 'variableMissing', variable: name, why: 'missing' }
      if (BRACES.test(value)) return { of: 'variableMissing', variable: name, why: 'braces' }
      if (UNSHOWABLE.test(value)) return { of: 'variableMissing', variable: name, why: 'unshowable' }
    }
    let worst: TooLong | null = null
    for (const { field, path, steady, max, variables } of texts) {
      let over = steady - max
      for (const { name, fallback } of variables) over += (values[name] || fallback).length
      if (over <= (worst?.over ?? 0)) continue
      const [longest] = variables.toSorted(
        (a, b) => (values[b.name] || b.fallback).length - (values[a.name] || a.fallback).length,
      )
      if (longest) worst = { of: 'tooLong', variable: longest.name, field, path, over, max }
    }
    return worst
  }

  return (cells) => {
    const named = mapping.name === null ? '' : oneLine(cells[mapping.name] ?? '')
    const values: VariableValues = {}
    for (const { name } of used) {
      const value = valueFor(name, cells, named)
      if (value) values[name] = value
    }
    const phone = repairPhone(cells[mapping.phone] ?? '')
    const read = { name: named || null, values }
    if (!phone.ok) {
      const detail: VerdictDetail = { of: 'invalid', reason: phone.reason }
      return { ...read, phone: null, person: null, repair: null, verdict: 'invalid', detail }
    }
    const detail = problemOf(values)
    return {
      ...read,
      phone: phone.phone,
      person: toPersonKey(phone.phone),
      repair: phone.repairs.length > 0 ? phone.repairs.join(' ') : null,
      verdict: detail && (detail.of === 'tooLong' ? 'tooLong' : 'variableMissing'),
      detail,
    }
  }
}
