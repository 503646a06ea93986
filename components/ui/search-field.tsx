'use client'

import { Search, X } from 'lucide-react'
import { useRef } from 'react'
import { IconButton } from './icon-button'
import { Input } from './input'

type SearchFieldProps = {
  label: string
  placeholder: string
  clearLabel: string
  value: string
  onChange: (next: string) => void
}

/** A search that can be emptied, and then has the focus. */
export function SearchField({ label, placeholder, clearLabel, value, onChange }: SearchFieldProps) {
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
