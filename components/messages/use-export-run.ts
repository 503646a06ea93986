'use client'

import { useEffect, useState } from 'react'
import { ReadError, readJson } from '@/components/sends/read-json'
import type { ExportRunView } from '@/lib/domain/message-export'

const ASK_MS = 700

/** The browser takes the file by itself; the page stays. */
export function startDownload(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  document.body.append(link)
  link.click()
  link.remove()
}

/** How far a file is, asked again until it is over; null before the server knows of it. */
export function useExportRun(run: string | null): ExportRunView | null {
  const [view, setView] = useState<{ run: string; at: ExportRunView } | null>(null)
  useEffect(() => {
    if (!run) return
    const stop = new AbortController()
    let timer = 0
    const ask = async () => {
      try {
        const at = await readJson<ExportRunView>(`/api/exports/${run}`, stop.signal)
        setView({ run, at })
        if (at.state !== 'running') return
      } catch (error) {
        if (stop.signal.aborted) return
        // Not known yet: the download's own request may be behind this one.
        if (error instanceof ReadError && error.status !== 404) {
          setView({ run, at: { state: 'failed', rows: 0, total: null } })
          return
        }
      }
      timer = window.setTimeout(() => void ask(), ASK_MS)
    }
    void ask()
    return () => {
      stop.abort()
      window.clearTimeout(timer)
    }
  }, [run])
  return view?.run === run ? view.at : null
}
