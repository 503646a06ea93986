'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo, useSyncExternalStore } from 'react'

/** One of a few values under a key of the address; the usual one is left out of it. */
export type Choice<Value> = { key: string; values: readonly Value[]; usual: Value }

export const choice = <const Value extends string | boolean | null>(
  key: string,
  values: readonly Value[],
  usual: NoInfer<Value>,
): Choice<Value> => ({ key, values, usual })

type Chosen<Choices> = { [Name in keyof Choices]: Choices[Name] extends Choice<infer Value> ? Value : never }

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}

const read = () => window.location.search

/** The address's query, and how to change it. Changing it leaves no step for "back". */
export function useSearch(): [string, (change: (params: URLSearchParams) => void) => void] {
  // Next's reading is behind by a moment, but the only one on the server, and tells of links that were followed.
  const routed = useSearchParams()?.toString() ?? ''
  return [useSyncExternalStore(subscribe, read, () => routed), changeSearch]
}

function changeSearch(change: (params: URLSearchParams) => void): void {
  const address = new URL(window.location.href)
  change(address.searchParams)
  if (address.href === window.location.href) return
  window.history.replaceState(null, '', address)
  for (const listener of listeners) listener()
}

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
