'use client'

import type { ReactNode } from 'react'
import { Switch } from '@/components/ui/switch'

type OptionRowProps = {
  id: string
  title: string
  text: string
  checked: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
}

/** Something that can be switched on, and what is to be said of it then. */
export function OptionRow({ id, title, text, checked, onChange, children }: OptionRowProps) {
  return (
    <div className="grid gap-3 p-3.5">
      <div className="flex items-start gap-4">
        <div className="grid min-w-0 flex-1 gap-0.5">
          <label htmlFor={id} className="text-[0.9333rem] font-medium">
            {title}
          </label>
          <p id={`${id}-text`} className="max-w-prose text-[0.8667rem] text-muted">
            {text}
          </p>
        </div>
        <Switch id={id} aria-describedby={`${id}-text`} checked={checked} onCheckedChange={onChange} />
      </div>
      {checked && <div className="grid gap-2">{children}</div>}
    </div>
  )
}
