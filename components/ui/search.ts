'use client'

import { useSearchParams } from 'next/navigation'
import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}

const read = () => window.location.search

/** The address's query, and how to change it. Changing it leaves no step for "back". */
export function useSearch(): [string, (change: (params: URLSearchParams) => void) => void] {
  // Next's reading is behind by a moment, but the only one on the server, and tells of links that were followed.
  const routed = useSearchParams()?.toString() ?? ''
  return [useSyncExternalStore(subscribe, read, () => routed), changeSearch]
}

function changeSearch(change: (params: URLSearchParams) => void): void {
  const address = new URL(window.location.href)
  change(address.searchParams)
  if (address.href === window.location.href) return
  window.history.replaceState(null, '', address)
  for (const listener of listeners) listener()
}
