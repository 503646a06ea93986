'use client'

import { useEffect, useState } from 'react'
import { readJson } from '@/components/sends/read-json'

const TYPING_MS = 250

export type ChoicesRead<Data> = { data: Data | null; hasFailed: boolean }

/** Reads what can be chosen, once the typing rests; what was read before stays until then. */
export function useChoicesRead<Data>(address: string | null): ChoicesRead<Data> {
  const [read, setRead] = useState<ChoicesRead<Data>>({ data: null, hasFailed: false })
  useEffect(() => {
    if (!address) return
    const stop = new AbortController()
    const timer = window.setTimeout(() => {
      readJson<Data>(address, stop.signal).then(
        (data) => setRead({ data, hasFailed: false }),
        () => {
          if (!stop.signal.aborted) setRead({ data: null, hasFailed: true })
        },
      )
    }, TYPING_MS)
    return () => {
      window.clearTimeout(timer)
      stop.abort()
    }
  }, [address])
  return read
}
