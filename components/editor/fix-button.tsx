'use client'

import { WandSparkles } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import type { Finding } from '@/lib/domain/list-finding'
import { useFixText } from './fix-text'
import { useFixes } from './fixing'

type FixButtonProps = {
  finding: Finding
  /** The id of the words that it answers to. */
  describedBy: string
  className?: string
  /** The button is gone by then: where should the focus go? */
  onFixed: () => void
}

/** Repairs what a finding tells of, and says how; nothing where nothing but a person can. */
export function FixButton({ finding, describedBy, className, onFixed }: FixButtonProps) {
  const { fix } = useFixes()
  const text = useFixText()(finding)
  if (!text) return null
  return (
    <button
      type="button"
      aria-describedby={describedBy}
      className={cn(
        'flex min-h-6 items-start gap-1.5 justify-self-start rounded-md px-1 py-0.5 text-left text-[0.8667rem] font-medium text-accent hover:bg-hover',
        className,
      )}
      onClick={() => {
        fix(finding)
        onFixed()
      }}
    >
      <WandSparkles aria-hidden className="mt-[0.2rem] size-3.5 shrink-0" />
      {text}
    </button>
  )
}
