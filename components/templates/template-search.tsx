'use client'

import { Search, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'

export function TemplateSearch({ value, onChange }: { value: string; onChange: (next: string) => void }) {
  const t = useTranslations('templates')
  const input = useRef<HTMLInputElement>(null)
  return (
    <search className="relative w-full sm:w-auto sm:max-w-96 sm:min-w-56 sm:flex-1">
      <Search aria-hidden className="pointer-events-none absolute top-2.5 left-3 size-4 text-muted" />
      <Input
        ref={input}
        type="search"
        aria-label={t('search')}
        placeholder={t('searchPlaceholder')}
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="px-9! [&::-webkit-search-cancel-button]:hidden"
      />
      {value && (
        <IconButton
          label={t('clearSearch')}
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
