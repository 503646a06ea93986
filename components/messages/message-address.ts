'use client'

import { useMemo } from 'react'
import { useSearch } from '@/components/ui/search'
import { COLUMNS_COOKIE, MESSAGE_COLUMNS, type MessageColumn, readColumns } from '@/lib/domain/message-columns'
import type { MessageFilters } from '@/lib/domain/message-filters'
import { readMessageQuery } from '@/lib/domain/message-query'

export type FilterChange = { [Name in keyof MessageFilters]?: MessageFilters[Name] | null }

/** The filters and columns as the address has them: shared by a link, kept by a reload. */
export function useMessageAddress(kept: readonly MessageColumn[]) {
  const [search, changeSearch] = useSearch()
  const [filters, named] = useMemo(() => {
    const params = new URLSearchParams(search)
    return [readMessageQuery(params), readColumns(params.get('columns'))] as const
  }, [search])
  return {
    filters,
    columns: named ?? kept,
    change: (change: FilterChange) =>
      changeSearch((params) => {
        for (const [name, value] of Object.entries(change)) {
          if (value === null || value === undefined) params.delete(name)
          else params.set(name, String(value))
        }
      }),
    chooseColumns: (columns: readonly MessageColumn[]) => {
      const inOrder = MESSAGE_COLUMNS.filter((column) => columns.includes(column))
      remember(inOrder)
      changeSearch((params) => params.set('columns', inOrder.join('.')))
    },
    /** Another query in the place of the whole one, as a saved view has it. */
    apply: (query: string) =>
      changeSearch((params) => {
        for (const name of [...params.keys()]) params.delete(name)
        for (const [name, value] of new URLSearchParams(query)) params.set(name, value)
      }),
  }
}

export type MessageAddress = ReturnType<typeof useMessageAddress>

const YEAR_S = 365 * 24 * 60 * 60

function remember(columns: readonly MessageColumn[]): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http and in older browsers.
  document.cookie = `${COLUMNS_COOKIE}=${columns.join('.')}; path=/messages; max-age=${YEAR_S}; samesite=lax`
}
