'use client'

import { useEffect, useState } from 'react'
import { readJson } from '@/components/sends/read-json'
import { atRest } from '@/components/ui/at-rest'
import type { MessageCount } from '@/lib/domain/message-view'

/** How many messages a query has, asked for once the page is at rest; null until it is known. */
export function useMessageCount(query: string, renewed: unknown): MessageCount | null {
  const [counted, setCounted] = useState<{ query: string; count: MessageCount } | null>(null)
  // A list that was read anew is counted anew.
  useEffect(() => {
    const stop = new AbortController()
    const callOff = atRest(() => {
      readJson<MessageCount>(`/api/messages/count?${query}`, stop.signal).then(
        (count) => setCounted({ query, count }),
        // A figure less: the list itself tells what went wrong.
        () => {},
      )
    }, 2_000)
    return () => {
      callOff()
      stop.abort()
    }
  }, [query, renewed])
  return counted?.query === query ? counted.count : null
}
