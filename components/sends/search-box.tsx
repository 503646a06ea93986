'use client'

import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { Input } from '@/components/ui/input'

const TYPING_MS = 250

type SearchBoxProps = { label: string; value: string; onChange: (text: string) => void; className?: string }

/** What a history is searched for, told once the typing rests. "/" leads to it from anywhere on the page. */
export function SearchBox({ label, value, onChange, className }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(value)
  const [told, setTold] = useState(value)
  // The address changed by itself ("back", "clear"): what is typed follows it.
  if (value !== told) {
    setTold(value)
    if (value !== text.trim()) setText(value)
  }

  const tell = useRef(onChange)
  useEffect(() => {
    tell.current = onChange
  })
  useEffect(() => {
    const wanted = text.trim()
    if (wanted === told) return
    const timer = setTimeout(() => {
      setTold(wanted)
      tell.current(wanted)
    }, TYPING_MS)
    return () => clearTimeout(timer)
  }, [text, told])

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const { target } = event
      if (target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role="dialog"]'))
        return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])

  return (
    <div className={cn('relative min-w-0 flex-1', className)}>
      <Search aria-hidden className="pointer-events-none absolute top-2.5 left-3 size-4 text-muted" />
      <Input
        ref={input}
        type="search"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={label}
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
        className="pr-9 pl-9"
      />
      {text === '' && (
        <kbd
          aria-hidden
          className="pointer-events-none absolute top-2 right-2.5 rounded border px-1.5 font-sans text-[0.8rem] text-muted max-md:hidden"
        >
          /
        </kbd>
      )}
    </div>
  )
}
