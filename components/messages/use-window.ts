'use client'

import { type RefObject, useLayoutEffect, useState } from 'react'
import type { Span } from './message-pages'

/** So many rows are drawn beyond each end of what is in sight. */
const SPARE = 10
/** What the server draws: more than any screen has room for at first. */
const FIRST: Span = { from: 0, to: 32 }

export type Scroller = {
  /** What scrolls where the table has a frame of its own; else the page does. */
  frame: RefObject<HTMLDivElement | null>
  /** As high as all rows together, which are all of one height. */
  body: RefObject<HTMLElement | null>
}

/** What of the frame is in sight, and where the rows begin in it, in pixels of the window. */
function measure({ frame, body }: Scroller) {
  if (!frame.current || !body.current) return null
  const [outer, inner] = [frame.current.getBoundingClientRect(), body.current.getBoundingClientRect()]
  const isFramed = getComputedStyle(frame.current).overflowY !== 'visible'
  const head = inner.top - outer.top + frame.current.scrollTop
  return {
    isFramed,
    top: isFramed ? outer.top + Math.min(head, outer.height) : 0,
    bottom: Math.min(isFramed ? outer.bottom : window.innerHeight, window.innerHeight),
    start: inner.top,
    height: inner.height,
  }
}

/** Which rows are in sight, with a few to spare; it follows every scroll, whoever scrolls. */
export function useWindow(scroller: Scroller, count: number): Span {
  const [span, setSpan] = useState(FIRST)

  useLayoutEffect(() => {
    let frame = 0
    const look = () => {
      frame = 0
      const seen = measure(scroller)
      if (!seen || count === 0) return
      const row = seen.height / count
      const from = Math.max(0, Math.floor((seen.top - seen.start) / row) - SPARE)
      const to = Math.min(count, Math.ceil((seen.bottom - seen.start) / row) + SPARE)
      setSpan((before) => (before.from === from && before.to === to ? before : { from, to: Math.max(from, to) }))
    }
    const soon = () => {
      frame ||= requestAnimationFrame(look)
    }
    look()
    window.addEventListener('scroll', soon, { capture: true, passive: true })
    const sizes = new ResizeObserver(soon)
    if (scroller.frame.current) sizes.observe(scroller.frame.current)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', soon, { capture: true })
      sizes.disconnect()
    }
  }, [scroller, count])

  return span
}

/** Scrolls as little as brings a row into sight. Answers how many rows there is room for. */
export function revealRow(scroller: Scroller, count: number, index: number): number {
  const seen = measure(scroller)
  if (!seen || count === 0) return 1
  const row = seen.height / count
  const top = seen.start + index * row
  // The bar at the foot of a small screen lies over the page.
  const bottom = seen.isFramed ? seen.bottom : seen.bottom - row
  const by = top < seen.top ? top - seen.top : Math.max(0, top + row - bottom)
  if (by !== 0) (seen.isFramed ? scroller.frame.current : window)?.scrollBy({ top: by, behavior: 'instant' })
  return Math.max(1, Math.floor((bottom - seen.top) / row))
}
