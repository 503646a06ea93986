'use client'

import { Slot } from 'radix-ui'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'

const DELAY = 350
/** How long the pointer may take from the control to its word, which is not gone by then. */
const GRACE = 150
const GAP = 6
const EDGE = 8

const words = new WeakMap<Element, ReactNode>()

/** A word on an icon button. The button keeps its own accessible name: this is only for eyes. */
export function Tooltip({ text, children }: { text: ReactNode; children: ReactNode }) {
  const keep = (element: HTMLElement | null) => {
    if (element) words.set(element, text)
  }
  return (
    <Slot.Root ref={keep} data-tooltip="">
      {children}
    </Slot.Root>
  )
}

const findWorded = (at: EventTarget | null) =>
  at instanceof Element ? at.closest<HTMLElement>('[data-tooltip]') : null

/** Shows the words of all that stands in it. */
export const TooltipProvider = ({ children }: { children: ReactNode }) => (
  <>
    {children}
    <Word />
  </>
)

/** The word of what is pointed at or reached by key: one for the whole page, as only one is ever in sight. */
function Word() {
  const [target, setTarget] = useState<HTMLElement | null>(null)
  const word = useRef<HTMLDivElement>(null)

  useEffect(() => {
    let pointed: HTMLElement | null = null
    let timer = 0
    const turn = (next: HTMLElement | null, delay: number) => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => setTarget(next), delay)
    }
    const hide = () => turn(null, 0)
    const point = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return
      if (event.target instanceof Node && word.current?.contains(event.target)) return window.clearTimeout(timer)
      const next = findWorded(event.target)
      if (next === pointed) return
      pointed = next
      turn(next, next ? DELAY : GRACE)
    }
    const reach = ({ target: at }: FocusEvent) =>
      at instanceof Element && at.matches(':focus-visible') && turn(findWorded(at), 0)
    const on = new AbortController()
    const { signal } = on
    document.addEventListener('pointerover', point, { signal })
    document.addEventListener('focusin', reach, { signal })
    for (const end of ['focusout', 'pointerdown', 'keydown']) document.addEventListener(end, hide, { signal })
    window.addEventListener('scroll', hide, { signal, capture: true, passive: true })
    return () => {
      on.abort()
      window.clearTimeout(timer)
    }
  }, [])

  useLayoutEffect(() => {
    if (!target || !word.current) return
    const [its, own] = [target.getBoundingClientRect(), word.current.getBoundingClientRect()]
    const above = its.top - GAP - own.height
    const middle = its.left + (its.width - own.width) / 2
    word.current.style.top = `${above < EDGE ? its.bottom + GAP : above}px`
    word.current.style.left = `${Math.max(EDGE, Math.min(middle, document.documentElement.clientWidth - own.width - EDGE))}px`
  }, [target])

  return (
    target?.isConnected && (
      <div
        ref={word}
        aria-hidden
        className="fixed z-60 max-w-64 animate-fade rounded-md bg-text px-2 py-1 text-[0.8rem] text-bg shadow-float"
      >
        {words.get(target)}
      </div>
    )
  )
}
