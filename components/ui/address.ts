'use client'

import { useCallback, useMemo } from 'react'
import { useSearch } from './search'

/** One of a few values under a key of the address; the usual one is left out of it. */
export type Choice<Value> = { key: string; values: readonly Value[]; usual: Value }

export const choice = <const Value extends string | boolean | null>(
  key: string,
  values: readonly Value[],
  usual: NoInfer<Value>,
): Choice<Value> => ({ key, values, usual })

type Chosen<Choices> = { [Name in keyof Choices]: Choices[Name] extends Choice<infer Value> ? Value : never }

/** A few choices that a reload keeps and a link hands on. `choices` stays the same. */
export function useAddress<Choices extends Record<string, Choice<unknown>>>(
  choices: Choices,
): [Chosen<Choices>, (change: Partial<Chosen<Choices>>) => void] {
  const [search, changeSearch] = useSearch()

  const chosen = useMemo(() => {
    const params = new URLSearchParams(search)
    const readChoice = ({ key, values, usual }: Choice<unknown>) =>
      values.find((value) => String(value) === params.get(key)) ?? usual
    return Object.fromEntries(
      Object.entries(choices).map(([name, each]) => [name, readChoice(each)]),
    ) as Chosen<Choices>
  }, [choices, search])

  const change = useCallback(
    (next: Partial<Chosen<Choices>>) =>
      changeSearch((params) => {
        for (const [name, value] of Object.entries(next)) {
          const each = choices[name]
          if (!each) continue
          if (value === each.usual) params.delete(each.key)
          else params.set(each.key, String(value))
        }
      }),
    [choices, changeSearch],
  )
  return [chosen, change]
}
