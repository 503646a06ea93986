'use client'

import { useEffect, useRef, useState } from 'react'

/**
 * Tells a screen reader how far something is, politely: at each new step, and never in between.
 * @param step what has to change before the words are said again
 */
export function SpokenProgress({ words, step }: { words: string; step: string }) {
  const [said, setSaid] = useState('')
  const latest = useRef(words)
  const last = useRef(step)
  useEffect(() => {
    latest.current = words
  }, [words])
  useEffect(() => {
    // What stands there from the start is read anyway.
    if (step === last.current) return
    last.current = step
    setSaid(latest.current)
  }, [step])
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  )
}
