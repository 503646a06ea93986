'use client'

import { RadioGroup } from 'radix-ui'
import type { ReactNode } from 'react'

type Option<Value extends string> = { value: Value; label: string; icon?: ReactNode; lang?: string }

/** A few choices side by side, one chosen: a radio group that looks like a switch. */
export function Segmented<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value: Value
  options: Option<Value>[]
  onChange: (value: Value) => void
}) {
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value}
      onValueChange={(next) => onChange(next as Value)}
      orientation="horizontal"
      className="inline-flex gap-1 rounded-lg bg-sunken p-1"
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          lang={option.lang}
          // Radix chooses what an arrow leads to only while the key is still down: a quick press would move the focus alone.
          onFocus={({ currentTarget }) => {
            if (option.value !== value && currentTarget.matches(':focus-visible')) onChange(option.value)
          }}
          className="inline-flex h-7.5 items-center gap-1.5 rounded-md px-2.5 text-[0.8667rem] font-medium text-muted transition-colors hover:text-text data-[state=checked]:bg-surface data-[state=checked]:text-text data-[state=checked]:shadow-card [&_svg]:size-4"
        >
          {option.icon}
          {option.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
