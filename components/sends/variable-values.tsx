'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useProblemText } from '@/components/editor/problem-text'
import { Field, fieldControl } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { ValueProblem, VariableValues } from '@/lib/domain/variable-values'
import type { UsedVariable, VariableName } from '@/lib/domain/variables'

/** Nobody counts what is far away. */
const ROOM_SHOWN = 40

const valueId = (name: VariableName) => `value-${name}`

/** Leads to the first value that is missing or does not fit. */
export function focusValue(problems: ValueProblem[]) {
  const [first] = problems
  if (first) document.getElementById(valueId(first.name))?.focus()
}

type VariableValuesGroupProps = {
  used: UsedVariable[]
  values: VariableValues
  problems: ValueProblem[]
  /** How many more characters each value may have. */
  room: ReadonlyMap<VariableName, number>
  /** Whether missing values are told where nobody has been yet. */
  tellsMissing: boolean
  people: number
  readOnly: boolean
  onChange: (name: VariableName, value: string) => void
}

/** What stands for each variable of the list in this Send. */
export function VariableValuesGroup({
  used,
  values,
  problems,
  room,
  tellsMissing,
  people,
  readOnly,
  onChange,
}: VariableValuesGroupProps) {
  const t = useTranslations('variables')
  const tell = useValueProblemText()
  const [left, setLeft] = useState<ReadonlySet<VariableName>>(new Set())
  if (used.length === 0) return null
  return (
    <fieldset className="grid gap-3">
      <legend className="contents">
        <span className="text-[0.8667rem] font-medium">{t('values.title')}</span>
      </legend>
      <p className="-mt-2 text-[0.8667rem] text-muted">{t('values.text', { count: people })}</p>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-[repeat(auto-fill,minmax(13rem,1fr))]">
        {used.map(({ name, fallback }) => {
          const id = valueId(name)
          const value = values[name] ?? ''
          const found = problems.find((problem) => problem.name === name)
          const isTold = found && (found.code !== 'missing' || tellsMissing || left.has(name))
          const error = isTold && tell(found)
          const hint = fallback && value.trim() === fallback ? t('values.fromFallback') : null
          const more = room.get(name) ?? Number.POSITIVE_INFINITY
          return (
            <Field
              key={name}
              id={id}
              label={t(`names.${name}`)}
              hint={hint}
              error={error}
              aside={
                value && more >= 0 && more <= ROOM_SHOWN ? (
                  <span className="text-[0.8rem] text-muted tabular-nums">{t('values.room', { count: more })}</span>
                ) : null
              }
            >
              <Input
                {...fieldControl(id, { hint, error })}
                value={value}
                readOnly={readOnly}
                autoComplete="off"
                onChange={(event) => onChange(name, event.target.value)}
                onBlur={() => setLeft((known) => new Set(known).add(name))}
              />
            </Field>
          )
        })}
      </div>
    </fieldset>
  )
}

function useValueProblemText() {
  const t = useTranslations('variables.values.problems')
  const word = useProblemText()
  return (problem: ValueProblem): string => {
    if (problem.code !== 'tooLong') return t(problem.code)
    const { path, over, max } = problem
    const { field, place } = word({ code: 'tooLong', severity: 'blocks', path, params: { over, max } })
    return t('tooLong', { where: place ? `${place}, ${field}` : field, over, max })
  }
}
