import { cn } from '@/components/ui/cn'
import type { DifferenceInterval } from '@/lib/domain/choice-interval'

type DifferenceBarProps = {
  interval: DifferenceInterval
  /** How far the scale goes to each side: the same for all bars, so that they can be compared. */
  reach: number
  isSeen: boolean
}

/** Between which bounds the difference lies, around a line at zero. The words beside it say the same. */
export function DifferenceBar({ interval: { difference, low, high }, reach, isSeen }: DifferenceBarProps) {
  const at = (value: number) => `${50 + (Math.max(-reach, Math.min(reach, value)) / reach) * 50}%`
  return (
    <span aria-hidden className="relative block h-6 min-w-28 rounded-md bg-sunken">
      <span className="absolute inset-y-0 left-1/2 w-px -translate-x-1/2 bg-line-strong" />
      <span
        className={cn('absolute top-1/2 h-1.5 -translate-y-1/2 rounded-full', isSeen ? 'bg-accent' : 'bg-line-strong')}
        style={{ left: at(low), right: `calc(100% - ${at(high)})` }}
      />
      <span
        className={cn(
          'absolute top-1/2 size-2.5 -translate-1/2 rounded-full border-2 border-sunken',
          isSeen ? 'bg-accent' : 'bg-muted',
        )}
        style={{ left: at(difference) }}
      />
    </span>
  )
}
