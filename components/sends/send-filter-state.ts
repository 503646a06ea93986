'use client'

import { parseAsString, useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import { readSendFilters, SEND_FILTER_NAMES, type SendFilters } from '@/lib/domain/send-filters'

const parsers = Object.fromEntries(SEND_FILTER_NAMES.map((name) => [name, parseAsString])) as Record<
  keyof SendFilters,
  typeof parseAsString
>

type Change = { [Name in keyof SendFilters]?: SendFilters[Name] | null }

const asText = (value: string | number | null | undefined) =>
  value === null || value === undefined ? null : String(value)

/** The filters as the address has them: shared by a link, kept by a reload, undone by "back". */
export function useSendFilters() {
  const [raw, setRaw] = useQueryStates(parsers, { history: 'replace', clearOnDefault: true })
  const filters = useMemo(() => readSendFilters(raw), [raw])
  return {
    filters,
    query: sendQuery(filters),
    change: (change: Change) =>
      void setRaw(Object.fromEntries(Object.entries(change).map(([name, value]) => [name, asText(value)]))),
    clear: () => void setRaw(null),
    /** The filters of a saved view, in the place of all. */
    apply: (query: string) => {
      const params = new URLSearchParams(query)
      void setRaw(Object.fromEntries(SEND_FILTER_NAMES.map((name) => [name, params.get(name)])))
    },
  }
}

function sendQuery(filters: SendFilters): string {
  const params = new URLSearchParams()
  for (const name of SEND_FILTER_NAMES) if (filters[name] !== undefined) params.set(name, String(filters[name]))
  return params.toString()
}
