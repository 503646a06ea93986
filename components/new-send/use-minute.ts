'use client'

import { useEffect, useState } from 'react'

const MINUTE_MS = 60_000

/** The time by this machine's clock, told anew each minute. */
export function useMinute(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
