'use client'

import { useTranslations } from 'next-intl'
import { useLayoutEffect, useRef, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { countHidden } from './count-hidden'
import { Ghost } from './ghost'
import { usePhoneLook } from './phone-look'

type CutTextProps = {
  text: string
  /** The lines that it may take before it is cut. */
  lines: number
  /** Stands in the place of a text that is missing. */
  ghost?: string
  id?: string
  className?: string
}

/** A text that is cut after so many lines, by CSS alone. Only where cuts are to be shown is the page measured. */
export function CutText({ text, lines, ghost = '', id, className }: CutTextProps) {
  const { showCuts } = usePhoneLook()
  const box = useRef<HTMLSpanElement>(null)
  const hidden = useHidden(box, showCuts && text)
  const isMissing = !text.trim()
  return (
    <span id={id} className={cn('relative block min-w-0', className)}>
      <span
        ref={box}
        data-cut={hidden > 0 || undefined}
        className={cn(lines === 1 ? 'block truncate' : 'phone-clamp', hidden > 0 && 'phone-cut')}
        style={lines === 1 ? undefined : { WebkitLineClamp: lines }}
      >
        {isMissing && ghost ? <Ghost>{ghost}</Ghost> : text}
      </span>
      {hidden > 0 && <CutCount hidden={hidden} />}
    </span>
  )
}

/** How much is cut, at the end of what is left: a number for the eye, a sentence for readers. */
export function CutCount({ hidden }: { hidden: number }) {
  const t = useTranslations('phone')
  return (
    <>
      <span className="phone-cut-count" aria-hidden="true">
        −{hidden}
      </span>
      <span className="sr-only"> {t('cut', { count: hidden })}</span>
    </>
  )
}

function useHidden(box: { current: HTMLElement | null }, measured: string | false): number {
  const [hidden, setHidden] = useState(0)
  useLayoutEffect(() => {
    const element = box.current
    if (measured === false || !element) return setHidden(0)
    const measure = () => setHidden(countHidden(element))
    measure()
    // The same text may be cut elsewhere when its size or the screen's changes.
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box, measured])
  return hidden
}
