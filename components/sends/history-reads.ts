'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { SEND_FILTER_NAMES, type SendFilters, sendsKey } from '@/lib/domain/send-filters'
import { countAtWork, type SendPage } from '@/lib/domain/send-view'
import { asking, CALM_MS, QUICK_MS } from './asking'
import { readJson } from './read-json'

/** The history by page, quick while anybody on it is at work. More pages are read less often: each costs a request. */
export const useSends = (filters: SendFilters) =>
  useInfiniteQuery({
    ...asking,
    queryKey: sendsKey(filters),
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams()
      for (const name of SEND_FILTER_NAMES) if (filters[name] !== undefined) query.set(name, String(filters[name]))
      if (pageParam) query.set('after', pageParam)
      return readJson<SendPage>(`/api/sends?${query}`, signal)
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
    refetchInterval: ({ state }) => {
      const pages = state.data?.pages ?? []
      const atWork = pages.some((page) =>
        page.sends.some(
          (send) => send.state === 'preparing' || (send.state === 'running' && countAtWork(send.counts) > 0),
        ),
      )
      return (atWork ? QUICK_MS : CALM_MS) * Math.max(1, pages.length)
    },
  })
