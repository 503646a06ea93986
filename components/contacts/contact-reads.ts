'use client'

import { keepPreviousData, type QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { mayRetry, readJson } from '@/components/sends/read-json'
import type { AudienceView } from '@/lib/domain/audience'
import { type ContactFilters, contactFilterParams } from '@/lib/domain/contact-filters'
import type { ContactCount, ContactDetail, ContactPage } from '@/lib/domain/contact-view'
import type { TagCount } from '@/lib/domain/template-tags'

/** What the server read for the address that was opened, and when. */
export type FirstContacts = {
  filters: ContactFilters
  page: ContactPage
  count: ContactCount
  tags: TagCount[]
  readAt: number
}

const isSame = (a: ContactFilters, b: ContactFilters) => JSON.stringify(a) === JSON.stringify(b)

/** What the tab still holds from before may lack what was changed elsewhere since. */
const since = (readAt: number) => (query: { state: { dataUpdatedAt: number } }) =>
  query.state.dataUpdatedAt < readAt ? ('always' as const) : true

/** Something about contacts was changed: all that was read of them may say something else now. */
export const rereadContacts = (client: QueryClient) =>
  Promise.all([
    client.invalidateQueries({ queryKey: ['contacts'] }),
    client.invalidateQueries({ queryKey: ['audiences'] }),
  ])

export const useContactPages = (filters: ContactFilters, first: FirstContacts) =>
  useInfiniteQuery({
    queryKey: ['contacts', 'pages', filters],
    queryFn: ({ pageParam, signal }) => {
      const params = contactFilterParams(filters)
      if (pageParam) params.set('after', pageParam)
      return readJson<ContactPage>(`/api/contacts?${params}`, signal)
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    initialData: isSame(filters, first.filters) ? { pages: [first.page], pageParams: [null] } : undefined,
    initialDataUpdatedAt: first.readAt,
    refetchOnMount: since(first.readAt),
    retry: mayRetry,
  })

export function useContactCount(filters: ContactFilters, first: FirstContacts) {
  // The order changes nothing about how many there are.
  const asked = { ...filters, sort: 'newest' as const }
  return useQuery({
    queryKey: ['contacts', 'count', asked],
    queryFn: ({ signal }) => readJson<ContactCount>(`/api/contacts/count?${contactFilterParams(asked)}`, signal),
    placeholderData: keepPreviousData,
    initialData: isSame(asked, { ...first.filters, sort: 'newest' }) ? first.count : undefined,
    initialDataUpdatedAt: first.readAt,
    refetchOnMount: since(first.readAt),
    retry: mayRetry,
  })
}

export const useContactTags = (first?: FirstContacts) =>
  useQuery({
    queryKey: ['contacts', 'tags'],
    queryFn: ({ signal }) => readJson<TagCount[]>('/api/contacts/tags', signal),
    ...(first && { initialData: first.tags, initialDataUpdatedAt: first.readAt, refetchOnMount: since(first.readAt) }),
    retry: mayRetry,
  })

export const useContact = (first: ContactDetail) =>
  useQuery({
    queryKey: ['contacts', 'one', first.contact.id],
    queryFn: ({ signal }) => readJson<ContactDetail>(`/api/contacts/${first.contact.id}`, signal),
    initialData: first,
    retry: mayRetry,
  })

export const useAudiences = (first?: { audiences: AudienceView[]; readAt: number }, enabled = true) =>
  useQuery({
    enabled,
    queryKey: ['audiences'],
    queryFn: ({ signal }) => readJson<AudienceView[]>('/api/audiences', signal),
    ...(first && {
      initialData: first.audiences,
      initialDataUpdatedAt: first.readAt,
      refetchOnMount: since(first.readAt),
    }),
    retry: mayRetry,
  })
