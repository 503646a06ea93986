'use client'

import { parseAsString, useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import { type PeopleFilter, readPeopleFilter } from '@/lib/domain/people-group'

const parsers = { people: parseAsString, code: parseAsString }

/** Which people of the Send are listed, as the address has it: "back" leads to those before. */
export function usePeopleFilter() {
  const [raw, setRaw] = useQueryStates(parsers, { history: 'push', clearOnDefault: true, scroll: false })
  const filter = useMemo(() => readPeopleFilter(raw), [raw])
  return {
    filter,
    show: ({ group, code }: PeopleFilter) =>
      setRaw({ people: group ?? null, code: code === undefined ? null : String(code) }),
  }
}

/** The address of a list of people, for a link that may also be opened elsewhere. */
export function peopleHref(sendId: string, { group, code }: PeopleFilter): string {
  const query = new URLSearchParams()
  if (group) query.set('people', group)
  if (code !== undefined) query.set('code', String(code))
  const text = query.toString()
  return `/sends/${sendId}${text && `?${text}`}#people`
}
