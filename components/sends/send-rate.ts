'use client'

import { useEffect, useState } from 'react'
import { countDone, type Reading, rateOf, standsStill, withReading } from '@/lib/domain/send-phase'
import type { SendView } from '@/lib/domain/send-view'

/**
 * How fast a Send goes, from what was read of it while it was watched.
 * @param readAt when it was last read, in milliseconds since 1970
 * @param isGoing readings from before a pause tell nothing of what follows
 */
export function useSendRate(send: SendView, readAt: number, isGoing: boolean) {
  const [readings, setReadings] = useState<Reading[]>([])
  const done = countDone(send)
  useEffect(() => {
    setReadings((known) => (isGoing ? withReading(known, { at: readAt, done }) : []))
  }, [readAt, done, isGoing])
  return { rate: rateOf(readings), isStill: standsStill(readings) }
}
