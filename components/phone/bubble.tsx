import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

const SIDES = {
  received: {
    bubble: 'phone-received mr-auto ml-2 bg-(--phone-received)',
    tail: 'right-full text-(--phone-received)',
  },
  sent: {
    bubble: 'phone-sent mr-2 ml-auto bg-(--phone-sent) [--phone-ghost:var(--phone-soft-on-sent)]',
    tail: 'left-full phone-tail-sent text-(--phone-sent)',
  },
} as const

type BubbleProps = { side: keyof typeof SIDES; className?: string; children: ReactNode }

/** A message of either side. Which outer corner its tail hangs at is the skin's. */
export function Bubble({ side, className, children }: BubbleProps) {
  return (
    <div
      className={cn(
        'relative w-fit rounded-(--phone-radius) shadow-[0_1px_0.5px_rgb(11_20_26/0.14)] wrap-anywhere',
        SIDES[side].bubble,
        className,
      )}
    >
      <svg
        viewBox="0 0 8 12"
        className={cn('phone-tail absolute h-3 w-2 fill-current', SIDES[side].tail)}
        aria-hidden="true"
      >
        <path d="M8 0v12L.7 2.6C-.3 1.3.2 0 1.9 0Z" />
      </svg>
      {children}
    </div>
  )
}

/** Keeps the last line clear of the time, which hangs in the bubble's lower corner. */
export const TIME_SPACE = <span className="inline-block h-px w-[3em]" aria-hidden="true" />
export const TICKS_SPACE = <span className="inline-block h-px w-[5em]" aria-hidden="true" />
