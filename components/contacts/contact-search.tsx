'use client'

import { Search, X } from 'lucide-react'
import { useRef } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'

type ContactSearchProps = {
  label: string
  placeholder: string
  clearLabel: string
  value: string
  onChange: (next: string) => void
}

export function ContactSearch({ label, placeholder, clearLabel, value, onChange }: ContactSearchProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <search className="relative w-full sm:w-auto sm:max-w-96 sm:min-w-56 sm:flex-1">
      <Search aria-hidden className="pointer-events-none absolute top-2.5 left-3 size-4 text-muted" />
      <Input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={placeholder}
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="px-9! [&::-webkit-search-cancel-button]:hidden"
      />
      {value && (
        <IconButton
          label={clearLabel}
          icon={<X aria-hidden />}
          className="absolute! top-0.5 right-0.5"
          onClick={() => {
            onChange('')
            input.current?.focus()
          }}
        />
      )}
    </search>
  )
}
