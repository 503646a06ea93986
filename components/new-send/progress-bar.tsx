'use client'

import { useFormatter } from 'next-intl'

type ProgressBarProps = {
  label: string
  /** From 0 to 1; null while nobody knows how much there is. */
  value: number | null
}

/** How far something is. Readers are told by the words beside it: this is for eyes, and for who asks. */
export function ProgressBar({ label, value }: ProgressBarProps) {
  const format = useFormatter()
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={value === null ? undefined : Math.round(value * 100)}
      aria-valuetext={value === null ? undefined : format.number(value, { style: 'percent' })}
      className="h-2 overflow-hidden rounded-full bg-hover"
    >
      <div
        style={{ width: `${value === null ? 100 : Math.max(2, value * 100)}%` }}
        className={`h-full rounded-full bg-accent transition-[width] duration-300 ${value === null ? 'animate-pulse opacity-50' : ''}`}
      />
    </div>
  )
}
