'use client'

import type { ComponentProps } from 'react'
import { Switch } from '@/components/ui/switch'

/** A switch at the right of what it does. */
export function SwitchRow({
  id,
  label,
  hint,
  ...props
}: ComponentProps<typeof Switch> & { id: string; label: string; hint: string }) {
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="grid gap-0.5">
        <label htmlFor={id} className="text-[0.8667rem] font-medium">
          {label}
        </label>
        <p id={`${id}-hint`} className="text-[0.8667rem] text-muted">
          {hint}
        </p>
      </div>
      <Switch id={id} aria-describedby={`${id}-hint`} {...props} />
    </div>
  )
}
