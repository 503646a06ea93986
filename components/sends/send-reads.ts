'use client'

import { type QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { isAtWork } from '@/lib/domain/delivery-status'
import type { PeopleFilter } from '@/lib/domain/people-group'
import { SEND_FILTER_NAMES, type SendFilters, sendsKey } from '@/lib/domain/send-filters'
import {
  countAtWork,
  type GatewayView,
  type RecipientPage,
  type RecipientView,
  type SendPage,
  type SendView,
} from '@/lib/domain/send-view'
import { mayRetry, readJson } from './read-json'

const QUICK_MS = 1_000
const CALM_MS = 20_000

// Background tabs ask nothing: react-query's default, and what keeps a tab left open all day from costing anything.
const asking = { retry: mayRetry, refetchOnWindowFocus: true } as const

/** Something was sent: all that was read of Sends may say something else now. */
export const rereadSends = (client: QueryClient) =>
  client.invalidateQueries({ predicate: ({ queryKey }) => /^(sends?|recipients?)$/.test(String(queryKey[0])) })

/** One Send, read again every second while our worker has something to do for it. */
export const useSend = (id: string, initialData?: SendView) =>
  useQuery({
    ...asking,
    queryKey: ['send', id],
    queryFn: ({ signal }) => readJson<SendView>(`/api/sends/${id}`, signal),
    initialData,
    refetchInterval: ({ state }) => (!state.data || countAtWork(state.data.counts) > 0 ? QUICK_MS : CALM_MS),
  })

export const useRecipient = (sendId: string, id: string, initialData: RecipientView) =>
  useQuery({
    ...asking,
    queryKey: ['recipient', sendId, id],
    queryFn: ({ signal }) => readJson<RecipientView>(`/api/sends/${sendId}/recipients/${id}`, signal),
    initialData,
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data.status) ? QUICK_MS : CALM_MS),
  })

/** The people of a Send by page, quick while the Send is at work. */
export const useRecipients = (sendId: string, { group, code }: PeopleFilter, atWork: boolean) =>
  useInfiniteQuery({
    ...asking,
    queryKey: ['recipients', sendId, group, code],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams()
      if (group) query.set('people', group)
      if (code !== undefined) query.set('code', String(code))
      if (pageParam) query.set('after', pageParam)
      return readJson<RecipientPage>(`/api/sends/${sendId}/recipients?${query}`, signal)
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) => (atWork ? QUICK_MS * Math.max(1, state.data?.pages.length ?? 1) : CALM_MS),
  })

/** The history by page, quick while anybody on it is at work. More pages are read less often: each costs a request. */
export const useSends = (filters: SendFilters) =>
  useInfiniteQuery({
    ...asking,
    queryKey: sendsKey(filters),
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams()
      for (const name of SEND_FILTER_NAMES) if (filters[name]) query.set(name, filters[name])
      if (pageParam) query.set('after', pageParam)
      return readJson<SendPage>(`/api/sends?${query}`, signal)
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
    refetchInterval: ({ state }) => {
      const pages = state.data?.pages ?? []
      const atWork = pages.some((page) => page.sends.some((send) => countAtWork(send.counts) > 0))
      return (atWork ? QUICK_MS : CALM_MS) * Math.max(1, pages.length)
    },
  })

/** Where a Send made now would go; asked anew whenever the dialog opens. */
export const useGateway = () =>
  useQuery({
    ...asking,
    queryKey: ['gateway'],
    queryFn: ({ signal }) => readJson<GatewayView>('/api/gateway', signal),
    staleTime: 0,
  })
