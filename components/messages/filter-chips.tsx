'use client'

import { ChevronDown, Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu'
import { onDemand, useOnDemand, useSoon } from '@/components/ui/on-demand'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import type { MessageFilters } from '@/lib/domain/message-filters'
import { filtersIn, isNarrowed, MESSAGE_FILTERS, type MessageFilterName, paramsOf } from '@/lib/domain/message-query'
import { type KnownNames, type MessageFilterOptions, useFilterWords } from './filter-words'
import type { FilterChange } from './message-address'

const wanted = onDemand(() => import('./filter-choices'))

type FilterChipsProps = {
  filters: MessageFilters
  options: MessageFilterOptions
  known?: KnownNames
  onChange: (change: FilterChange) => void
  /** Which filters there are, where not all; whoever names them clears them too. */
  offered?: readonly MessageFilterName[]
}

const NOTHING_KNOWN: KnownNames = { send: null, row: null }

/** Each filter that is set as a chip that opens its choices, and a button that adds one. */
export function FilterChips({ filters, options, known = NOTHING_KNOWN, onChange, offered }: FilterChipsProps) {
  const t = useTranslations('messages.filters')
  const words = useFilterWords(filters, options, known)
  const [open, setOpen] = useState<MessageFilterName | null>(null)
  const add = useRef<HTMLButtonElement>(null)
  const adding = useRef<MessageFilterName | null>(null)
  const set = filtersIn(filters)
  const chips = (offered ?? MESSAGE_FILTERS).filter((name) => set.includes(name) || name === open)
  const free = (offered ?? MESSAGE_FILTERS).filter((name) => !set.includes(name))
  useSoon(wanted)

  const remove = (name: MessageFilterName) => {
    setOpen(null)
    onChange(cleared([name]))
    add.current?.focus()
  }

  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-2">
      <legend className="sr-only">{t('title')}</legend>
      {chips.map((name) => (
        <Chip
          key={name}
          name={name}
          value={words(name)}
          isOpen={open === name}
          onOpen={(isOpen) => setOpen(isOpen ? name : null)}
          onRemove={() => remove(name)}
        >
          <Choices name={name} filters={filters} options={options} onChange={onChange} onDone={() => setOpen(null)} />
        </Chip>
      ))}
      <Menu>
        <MenuTrigger asChild>
          <Button ref={add} variant="quiet" size="sm" aria-label={t('addLabel')} className="border border-dashed">
            <Plus aria-hidden />
            {t('add')}
          </Button>
        </MenuTrigger>
        <MenuContent
          align="start"
          onCloseAutoFocus={(event) => {
            const name = adding.current
            adding.current = null
            if (!name) return
            event.preventDefault()
            setOpen(name)
          }}
        >
          {free.map((name) => (
            <MenuItem
              key={name}
              onSelect={() => {
                if (name === 'tests') onChange({ tests: 'shown' })
                else adding.current = name
              }}
            >
              {t(`names.${name}`)}
            </MenuItem>
          ))}
        </MenuContent>
      </Menu>
      {!offered && (isNarrowed(filters) || set.length > 0) && (
        <Button variant="quiet" size="sm" onClick={() => onChange({ ...cleared(set), q: null })}>
          {t('clear')}
        </Button>
      )}
    </fieldset>
  )
}

/** A change that takes these filters away. */
const cleared = (names: readonly MessageFilterName[]): FilterChange =>
  Object.fromEntries(names.flatMap((name) => paramsOf(name).map((param) => [param, null])))

type ChipProps = {
  name: MessageFilterName
  value: string | null
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  onRemove: () => void
  children: React.ReactNode
}

function Chip({ name, value, isOpen, onOpen, onRemove, children }: ChipProps) {
  const t = useTranslations('messages.filters')
  const label = t(`names.${name}`)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return
    event.preventDefault()
    onRemove()
  }
  const words = (
    <>
      <span className="text-muted">{label}:</span>
      <span className="max-w-48 truncate font-medium">{value ?? t('any')}</span>
    </>
  )
  return (
    <span className="inline-flex h-8 items-stretch rounded-lg border border-accent/35 bg-accent-soft text-[0.8667rem]">
      {name === 'tests' ? (
        <span className="inline-flex items-center gap-1 pl-2.5">{words}</span>
      ) : (
        <Popover open={isOpen} onOpenChange={onOpen}>
          <PopoverTrigger
            aria-label={t('of', { name: label, value: value ?? t('any') })}
            onKeyDown={onKeyDown}
            className="inline-flex min-w-0 items-center gap-1 rounded-l-lg pr-1 pl-2.5 [&_svg]:size-3.5"
          >
            {words}
            <ChevronDown aria-hidden className="text-muted" />
          </PopoverTrigger>
          <PopoverContent align="start" aria-label={label} className="!w-80 !p-2">
            {children}
          </PopoverContent>
        </Popover>
      )}
      <button
        type="button"
        aria-label={t('remove', { name: label })}
        onKeyDown={onKeyDown}
        onClick={onRemove}
        className="grid w-7 place-items-center rounded-r-lg text-muted hover:bg-hover hover:text-text [&_svg]:size-3.5"
      >
        <X aria-hidden />
      </button>
    </span>
  )
}

type ChoicesProps = {
  name: MessageFilterName
  filters: MessageFilters
  options: MessageFilterOptions
  onChange: (change: FilterChange) => void
  onDone: () => void
}

function Choices(props: ChoicesProps) {
  const parts = useOnDemand(wanted)
  return parts && <parts.FilterChoices {...props} />
}
