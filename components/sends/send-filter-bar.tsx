'use client'

import { Eye, EyeOff, ListFilter, Search, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { hasFilters } from '@/lib/domain/send-filters'
import { SEND_STATES, type SendState } from '@/lib/domain/send-state'
import type { SendFilterOptions } from '@/lib/domain/send-view'
import { SHOWN_STATUSES, type ShownStatus } from '@/lib/domain/shown-status'
import { PeriodFilter } from './period-filter'
import type { useSendFilters } from './send-filter-state'

const TYPING_MS = 250

/** Search and filters in one line; on a small screen the filters open under the search. */
export function SendFilterBar({
  options,
  filters,
  change,
  clear,
}: ReturnType<typeof useSendFilters> & { options: SendFilterOptions }) {
  const t = useTranslations('sends')
  const words = useTranslations('status')
  const states = useTranslations('sends.live.states')
  const [open, setOpen] = useState(false)
  const { q: _, ...others } = filters
  const count =
    Number(!!(filters.status || filters.state)) +
    Number(!!(filters.from || filters.to)) +
    Number(!!filters.template) +
    Number(!!filters.sender)
  return (
    <search className="flex flex-wrap gap-2">
      <SearchBox value={filters.q ?? ''} onChange={(q) => change({ q: q || null })} />
      <Button className="sm:hidden" aria-expanded={open} aria-controls="send-filters" onClick={() => setOpen(!open)}>
        <ListFilter aria-hidden />
        {t('filters')}
        {hasFilters(others) && (
          <span className="rounded-full bg-accent px-1.5 text-[0.75rem] text-on-accent tabular-nums">{count}</span>
        )}
      </Button>
      <div
        id="send-filters"
        className={cn('w-full grid-cols-2 gap-2 sm:flex sm:w-auto sm:flex-wrap', open ? 'grid' : 'hidden')}
      >
        <Select
          aria-label={t('status')}
          value={filters.state ? `${STATE}${filters.state}` : (filters.status ?? '')}
          onChange={(event) => change(standingOf(event.target.value))}
          className="min-w-0 text-[0.9333rem] sm:w-42"
        >
          <option value="">{t('anyStatus')}</option>
          <optgroup label={t('ofSend')}>
            {SEND_STATES.map((state) => (
              <option key={state} value={`${STATE}${state}`}>
                {states(state)}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('ofAnybody')}>
            {SHOWN_STATUSES.map((status) => (
              <option key={status} value={status}>
                {words(status)}
              </option>
            ))}
          </optgroup>
        </Select>
        <PeriodFilter from={filters.from} to={filters.to} onChange={change} className="w-full sm:w-auto sm:min-w-42" />
        <Choice
          label={t('template')}
          any={t('anyTemplate')}
          value={filters.template}
          options={options.templates}
          onChange={(template) => change({ template })}
        />
        <Choice
          label={t('sender')}
          any={t('anySender')}
          value={filters.sender}
          options={options.senders}
          onChange={(sender) => change({ sender })}
        />
        <Button
          variant="quiet"
          onClick={() => change({ tests: filters.tests ? null : 'shown' })}
          className={cn('justify-start', filters.tests && 'bg-accent-soft text-accent')}
        >
          {filters.tests ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
          {filters.tests ? t('testsShown') : t('testsHidden')}
        </Button>
        {hasFilters(filters) && (
          <Button variant="quiet" onClick={clear} className="col-span-2">
            <X aria-hidden />
            {t('clear')}
          </Button>
        )}
      </div>
    </search>
  )
}

const STATE = 'state:'

/** One select for what a Send is doing and for what befell anybody in it: two filters, of which one is set. */
const standingOf = (value: string) =>
  value.startsWith(STATE)
    ? { status: null, state: value.slice(STATE.length) as SendState }
    : { status: (value || null) as ShownStatus | null, state: null }

function Choice({
  label,
  any,
  value,
  options,
  onChange,
}: {
  label: string
  any: string
  value: string | undefined
  options: { id: string; name: string }[]
  onChange: (value: string | null) => void
}) {
  return (
    <Select
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || null)}
      className="min-w-0 text-[0.9333rem] sm:w-42"
    >
      <option value="">{any}</option>
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  )
}

function SearchBox({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const t = useTranslations('sends')
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

  return (
    <div className="relative min-w-0 flex-1 basis-56 sm:basis-full xl:basis-56">
      <Search aria-hidden className="pointer-events-none absolute top-2.5 left-3 size-4 text-muted" />
      <Input
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
        className="pl-9"
      />
    </div>
  )
}
