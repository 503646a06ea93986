'use client'

import { type QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { nextLook } from '@/lib/domain/next-look'
import { countOf, type PeopleFilter } from '@/lib/domain/people-group'
import type { FollowsHow } from '@/lib/domain/send-state'
import {
  countAtWork,
  type FollowPreview,
  type GatewayView,
  type RecipientPage,
  type SendView,
  shownState,
  type TroubleGroup,
} from '@/lib/domain/send-view'
import type { TesterView } from '@/lib/domain/tester'
import { asking, QUICK_MS } from './asking'
import { readJson } from './read-json'

/** Somebody else may resume it, or its time may come. */
const WAITING_MS = 4_000

/** Something was sent: all that was read of Sends may say something else now. */
export const rereadSends = (client: QueryClient) =>
  client.invalidateQueries({
    predicate: ({ queryKey }) => /^(sends?|messages?|recipients?|troubles)$/.test(String(queryKey[0])),
  })

/** How soon a Send is worth another look; false once nothing of it can change by itself. */
export function nextLookAt(send: SendView, now: number): number | false {
  const state = shownState(send)
  if (state === 'paused' || state === 'scheduled') return countOf(send.counts, 'sending') > 0 ? QUICK_MS : WAITING_MS
  if (state === 'preparing' || countOf(send.counts, 'sending') > 0 || countAtWork(send.counts) > 0) return QUICK_MS
  const mayRise = countOf(send.counts, 'accepted') + countOf(send.counts, 'unconfirmed') > 0
  return mayRise && nextLook(now - Date.parse(send.finishedAt ?? send.createdAt))
}

/** One Send, read again as often as it may have changed: every second while it is at work, ever more rarely after. */
export const useSend = (id: string, initialData?: SendView) =>
  useQuery({
    ...asking,
    queryKey: ['send', id],
    queryFn: ({ signal }) => readJson<SendView>(`/api/sends/${id}`, signal),
    initialData,
    refetchInterval: ({ state }) => (state.data ? nextLookAt(state.data, Date.now()) : QUICK_MS),
  })

/** What befell the people of a Send, by reason; asked less often than the counts, since it looks at each of them. */
export const useTroubles = (send: SendView) => {
  const count = countOf(send.counts, 'failed') + countOf(send.counts, 'unconfirmed') + countOf(send.counts, 'skipped')
  const atWork = countAtWork(send.counts) > 0 && send.state === 'running'
  return useQuery({
    ...asking,
    queryKey: ['troubles', send.id, atWork ? null : count],
    queryFn: ({ signal }) => readJson<TroubleGroup[]>(`/api/sends/${send.id}/troubles`, signal),
    enabled: count > 0,
    placeholderData: (before) => before,
    refetchInterval: atWork ? WAITING_MS : false,
  })
}

/** The people of a Send by page; more pages are read less often, as each costs a request. */
export const useRecipients = (sendId: string, { group, code }: PeopleFilter, everyMs: number | false) =>
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
    refetchInterval: ({ state }) => everyMs && everyMs * Math.max(1, state.data?.pages.length ?? 1),
  })

/** For whom a Send that follows this one would be; asked anew whenever somebody thinks of it. */
export const useFollowPreview = (sendId: string, how: FollowsHow) =>
  useQuery({
    ...asking,
    queryKey: ['follow', sendId, how],
    queryFn: ({ signal }) => readJson<FollowPreview>(`/api/sends/${sendId}/follow?how=${how}`, signal),
    staleTime: 0,
    gcTime: 0,
  })

/** Who gets tests; asked anew whenever somebody thinks of one. */
export const useTesters = () =>
  useQuery({
    ...asking,
    queryKey: ['testers'],
    queryFn: ({ signal }) => readJson<TesterView[]>('/api/testers', signal),
    staleTime: 0,
  })

/** Where a Send made now would go; asked anew whenever the dialog opens. */
export const useGateway = () =>
  useQuery({
    ...asking,
    queryKey: ['gateway'],
    queryFn: ({ signal }) => readJson<GatewayView>('/api/gateway', signal),
    staleTime: 0,
  })
