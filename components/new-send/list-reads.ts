'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { mayRetry, readJson } from '@/components/sends/read-json'
import type { RecipientListView } from '@/lib/domain/recipient-list'
import type { RecipientRowPage, Verdict } from '@/lib/domain/recipient-verdict'

/** How fast it would go out and when: by that some windows close before their turn. */
type Pace = { perSecond: number; startsAt: string | null }

const QUICK_MS = 600
const asking = { retry: mayRetry } as const

export const isListAtWork = (list: RecipientListView | undefined) =>
  list?.state === 'reading' || list?.state === 'judging'

/** A list of recipients, read again quickly while it is being read or judged. */
export const useRecipientList = (id: string | null, initial: RecipientListView | null, pace: Pace) =>
  useQuery({
    ...asking,
    queryKey: ['recipient-list', id, pace],
    queryFn: ({ signal }) =>
      readJson<RecipientListView>(`/api/recipient-lists/${id}?${new URLSearchParams(toQuery(pace))}`, signal),
    enabled: id !== null,
    initialData: initial?.id === id ? initial : undefined,
    initialDataUpdatedAt: 0,
    // Another pace is another question about the same list: what is known of it stays in sight meanwhile.
    placeholderData: (before) => (before?.id === id ? before : undefined),
    refetchInterval: ({ state }) => (isListAtWork(state.data) ? QUICK_MS : false),
    refetchOnWindowFocus: true,
  })

const toQuery = ({ perSecond, startsAt }: Pace) => ({ perSecond: String(perSecond), ...(startsAt && { startsAt }) })

/** Which lines: those with one verdict, or those whose phone was repaired. */
export type RowsAsked = Verdict | 'repaired'

/** Some lines of a list, by page. */
export const useListRows = (id: string | null, revision: number, asked: RowsAsked | null) =>
  useInfiniteQuery({
    ...asking,
    queryKey: ['recipient-rows', id, revision, asked],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams(asked === 'repaired' ? { repaired: 'true' } : { verdict: asked ?? '' })
      if (pageParam !== null) query.set('after', String(pageParam))
      return readJson<RecipientRowPage>(`/api/recipient-lists/${id}/rows?${query}`, signal)
    },
    enabled: id !== null && asked !== null,
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.nextLine,
  })
