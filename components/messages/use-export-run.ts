'use client'

import { useEffect, useRef, useState } from 'react'
import { readJson } from '@/components/sends/read-json'
import type { ExportRunView } from '@/lib/domain/message-export'

const ASK_MS = 700
/** Firefox reads the file only after the press that saves it. */
const KEEP_MS = 60_000

/** Hands a file that is here to the browser, under the name that the server gave it. */
function save(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  window.setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS)
}

type Ending = { state: 'done' | 'failed' | 'canceled'; rows: number }

/**
 * Fetches a file that takes its time, tells how far it is, and can call it off; the server stops writing then. The
 * browser keeps what has come on the disk. Leaving the dialog calls off nothing.
 */
export function useExportRun() {
  const [run, setRun] = useState<string | null>(null)
  const [progress, setProgress] = useState<ExportRunView | null>(null)
  const [ending, setEnding] = useState<Ending | null>(null)
  const stop = useRef<AbortController | null>(null)

  const start = async (address: (run: string) => string) => {
    const id = crypto.randomUUID()
    const own = new AbortController()
    stop.current = own
    setRun(id)
    setProgress(null)
    setEnding(null)
    try {
      const response = await fetch(address(id), { signal: own.signal })
      if (!response.ok) throw new Error(`answered ${response.status}`)
      const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
      save(await response.blob(), name ?? 'listazap')
      const { rows } = await readJson<ExportRunView>(`/api/exports/${id}`)
      setEnding({ state: 'done', rows })
    } catch {
      setEnding({ state: own.signal.aborted ? 'canceled' : 'failed', rows: 0 })
    }
  }

  const isRunning = run !== null && ending === null
  useEffect(() => {
    if (!isRunning) return
    const own = new AbortController()
    const timer = window.setInterval(() => {
      // It is not known before the download's own request has come in.
      readJson<ExportRunView>(`/api/exports/${run}`, own.signal).then(setProgress, () => {})
    }, ASK_MS)
    return () => {
      own.abort()
      window.clearInterval(timer)
    }
  }, [run, isRunning])

  return { isRunning, progress, ending, start, cancel: () => stop.current?.abort() }
}
