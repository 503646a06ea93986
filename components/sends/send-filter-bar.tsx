'use client'

import { Eye, EyeOff, ListFilter, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FilterChips } from '@/components/messages/filter-chips'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Select } from '@/components/ui/select'
import { hasFilters, type SendFilters } from '@/lib/domain/send-filters'
import { SEND_STATES, type SendState } from '@/lib/domain/send-state'
import type { SendFilterOptions } from '@/lib/domain/send-view'
import { SHOWN_STATUSES, type ShownStatus } from '@/lib/domain/shown-status'
import { PeriodFilter } from './period-filter'
import { SearchBox } from './search-box'
import type { useSendFilters } from './send-filter-state'

/** Search and filters in one line; on a small screen the filters open under the search. */
export function SendFilterBar({
  options,
  filters,
  change,
  clear,
}: ReturnType<typeof useSendFilters> & { options: SendFilterOptions & { tags: string[] } }) {
  const t = useTranslations('sends')
  const words = useTranslations('status')
  const states = useTranslations('sends.live.states')
  const [open, setOpen] = useState(false)
  const { q: _, ...others } = filters
  const count =
    Number(!!(filters.status || filters.state)) +
    Number(!!(filters.from || filters.to)) +
    Number(!!filters.template) +
    Number(!!filters.sender) +
    FURTHER.filter((name) => filters[name] !== undefined).length
  return (
    <search className="flex flex-wrap gap-2">
      <SearchBox
        label={t('search')}
        value={filters.q ?? ''}
        onChange={(q) => change({ q: q || null })}
        className="basis-56 sm:basis-full xl:basis-56"
      />
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
        <div className="col-span-2 flex items-center">
          <FilterChips filters={further(filters)} options={options} onChange={change} offered={FURTHER} />
        </div>
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

/** What few ask for: a chip each, once it is added. */
const FURTHER = ['code', 'tag', 'replied', 'gateway'] as const

const further = ({ code, tag, replied, gateway }: SendFilters): SendFilters => ({ code, tag, replied, gateway })

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
