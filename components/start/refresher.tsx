'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const SOON_MS = 4_000
const GENTLY_MS = 60_000

/** Reads the page again while somebody looks at it: soon while something is on its way, else by the minute. */
export function Refresher({ soon }: { soon: boolean }) {
  const router = useRouter()
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') router.refresh()
    }
    const timer = setInterval(look, soon ? SOON_MS : GENTLY_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [router, soon])
  return null
}
