'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { CALM_MS, QUICK_MS } from '@/components/sends/asking'
import { readJson } from '@/components/sends/read-json'
import type { MessagePage } from '@/lib/domain/message-view'
import { createMessagePages, type MessagePages, type ReadPage } from './message-pages'

const readPage: ReadPage = (query, cursor, signal) => {
  const params = new URLSearchParams(query)
  if (cursor) params.set('cursor', cursor)
  return readJson<MessagePage>(`/api/messages?${params}`, signal)
}

/** What the server read for the address that was opened. */
export type FirstMessages = { query: string; page: MessagePage }

/** Where somebody left the list by opening a message: coming back leads there. */
export type Place = { pages: MessagePages; index: number; top: number }
let left: Place | null = null
export const leaveAt = (place: Place) => {
  left = place
}

/** Once: whoever comes back a second time comes by another way. */
function takePlace(query: string): Place | null {
  const place = left?.pages.query === query ? left : null
  if (typeof window !== 'undefined') left = null
  return place
}

/** The messages of a query: those of the one before stay in sight, marked as such, until the new ones are here. */
export function useMessages(query: string, first: FirstMessages) {
  const [list, setList] = useState(() => {
    const place = takePlace(query)
    return { pages: place?.pages ?? createMessagePages(first.query, first.page, readPage), place, turn: 0 }
  })
  const [asked, setAsked] = useState(0)
  const [failure, setFailure] = useState<unknown>(null)
  const { pages } = list
  const shown = useSyncExternalStore(pages.subscribe, pages.shown, pages.shown)
  const isStale = pages.query !== query

  useEffect(() => {
    if (!isStale && asked === 0) return
    const stop = new AbortController()
    readPage(query, null, stop.signal).then(
      (page) => {
        const next = createMessagePages(query, page, readPage)
        setList((before) => {
          before.pages.stop()
          // Whoever asked for it by a button, which goes with that, goes on at the first row.
          return { pages: next, place: asked > 0 ? { pages: next, index: 0, top: 0 } : null, turn: before.turn + 1 }
        })
        setAsked(0)
        setFailure(null)
      },
      (reason: unknown) => {
        if (!stop.signal.aborted) setFailure(reason)
      },
    )
    return () => stop.abort()
  }, [query, isStale, asked])

  useEffect(() => {
    let timer = 0
    let pause = QUICK_MS
    let isOver = false
    const ask = async () => {
      if (document.visibilityState === 'visible') {
        const hasGoneOn = await pages.refresh()
        // Who waits for tomorrow is queued too: asked at once only as long as anything goes on.
        pause = hasGoneOn ? QUICK_MS : Math.min(pause * 2, CALM_MS)
      }
      wait()
    }
    const wait = () => {
      if (isOver) return
      timer = window.setTimeout(() => void ask(), pages.isAtWorkInView() ? pause : CALM_MS)
    }
    wait()
    return () => {
      isOver = true
      window.clearTimeout(timer)
    }
  }, [pages])

  return {
    ...list,
    shown,
    isStale,
    isRenewing: asked > 0,
    error: failure ?? shown.error,
    /** Reads the list from its beginning, with all that came in. */
    renew: () => setAsked((times) => times + 1),
    retry: () => {
      setFailure(null)
      if (isStale) setAsked((times) => times + 1)
      else void pages.refresh()
    },
  }
}
