'use client'

import { parseAsString, useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import { readSendFilters, type SendFilters } from '@/lib/domain/send-filters'

const text = parseAsString
const parsers = { q: text, status: text, from: text, to: text, template: text, sender: text, state: text, tests: text }

type Change = { [Name in keyof SendFilters]?: SendFilters[Name] | null }

/** The filters as the address has them: shared by a link, kept by a reload, undone by "back". */
export function useSendFilters() {
  const [raw, setRaw] = useQueryStates(parsers, { history: 'replace', clearOnDefault: true })
  const filters = useMemo(() => readSendFilters(raw), [raw])
  return {
    filters,
    change: (change: Change) => void setRaw(change),
    clear: () => void setRaw(null),
  }
}
