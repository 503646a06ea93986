'use client'

import { useRef, useState } from 'react'
import type { ContactFilters } from '@/lib/domain/contact-filters'
import type { ContactTarget } from '@/lib/domain/contact-target'
import { CONTACTS_AT_ONCE, type ContactCount, type ContactView } from '@/lib/domain/contact-view'

export type Selection = ReturnType<typeof useSelection>

/** Who is ticked: one by one, or everybody whom the filters show. Other filters are another list: then nobody is. */
export function useSelection(contacts: ContactView[], filters: ContactFilters, count: ContactCount | undefined) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [isAll, setIsAll] = useState(false)
  const last = useRef<string | null>(null)
  const { sort: _, ...asked } = filters
  const list = JSON.stringify(asked)
  const [of, setOf] = useState(list)
  if (of !== list) {
    setOf(list)
    setIds(new Set())
    setIsAll(false)
  }

  const chosen = contacts.filter(({ id }) => isAll || ids.has(id))
  const clear = () => {
    setIds(new Set())
    setIsAll(false)
  }
  /** With Shift, all from the last one that was ticked to this one. */
  const toggle = (id: string, withShift = false) => {
    const from = contacts.findIndex((contact) => contact.id === last.current)
    const to = contacts.findIndex((contact) => contact.id === id)
    const range = withShift && from >= 0 ? contacts.slice(Math.min(from, to), Math.max(from, to) + 1) : []
    const next = new Set(isAll ? contacts.map((contact) => contact.id) : ids)
    const isOn = !next.has(id)
    for (const one of [id, ...range.map((contact) => contact.id)]) {
      if (isOn) next.add(one)
      else next.delete(one)
    }
    last.current = id
    setIsAll(false)
    setIds(next)
  }
  const target: ContactTarget = isAll ? { filters } : { ids: chosen.map(({ id }) => id) }
  return {
    chosen,
    count: isAll ? Math.min(count?.count ?? chosen.length, CONTACTS_AT_ONCE) : chosen.length,
    isAll,
    target,
    has: (id: string) => isAll || ids.has(id),
    isWhole: contacts.length > 0 && chosen.length === contacts.length,
    toggle,
    toggleAll: () => {
      if (chosen.length === contacts.length) return clear()
      setIds(new Set(contacts.map(({ id }) => id)))
    },
    takeAll: () => setIsAll(true),
    clear,
  }
}
