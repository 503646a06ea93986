'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'

const make = () => new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 5_000 } } })

let own: QueryClient | null = null

/** One for all pages of a tab, so that what was read is not read again on the way back; on the server one a request. */
const ofTab = () => {
  if (typeof window === 'undefined') return make()
  own ??= make()
  return own
}

/** Around what reads while it is looked at. */
export const Queries = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={ofTab()}>{children}</QueryClientProvider>
)
