'use client'

import { CalendarDays, ChevronDown } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Field, fieldControl } from '@/components/ui/field'
import { fieldClass, Input } from '@/components/ui/input'
import { Popover, PopoverClose, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import { TIME_ZONE } from '@/lib/domain/locale'

type Period = { from?: string; to?: string }

/** A day as the address writes it, so many days before today in the workspace's time zone. */
const daysAgo = (days: number) =>
  // Swedish dates are ISO 8601.
  new Date(Date.now() - days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: TIME_ZONE })

const PRESETS = [
  { key: 'today', days: 0 },
  { key: 'week', days: 6 },
  { key: 'month', days: 29 },
] as const

/** Days from and to, both included; the usual spans by one press. */
export function PeriodFilter({
  from,
  to,
  onChange,
  className,
}: Period & { onChange: (period: { from: string | null; to: string | null }) => void; className?: string }) {
  const t = useTranslations('sends')
  const words = usePeriodWords()
  return (
    <Popover>
      <PopoverTrigger
        aria-label={`${t('period')}: ${words({ from, to })}`}
        className={cn(
          fieldClass,
          'inline-flex h-9 items-center justify-between gap-2 text-[0.9333rem] [&_svg]:size-4 [&_svg]:shrink-0',
          className,
        )}
      >
        <span className="flex min-w-0 items-center gap-2">
          <CalendarDays aria-hidden className="text-muted" />
          <span className="truncate">{words({ from, to })}</span>
        </span>
        <ChevronDown aria-hidden className="text-muted" />
      </PopoverTrigger>
      <PopoverContent align="start" aria-label={t('period')} className="grid !w-80 gap-3 !p-3">
        <div className="grid gap-1">
          {PRESETS.map(({ key, days }) => (
            <PopoverClose asChild key={key}>
              <Button
                variant="ghost"
                size="sm"
                className="justify-start"
                onClick={() => onChange({ from: daysAgo(days), to: daysAgo(0) })}
              >
                {t(`presets.${key}`)}
              </Button>
            </PopoverClose>
          ))}
          <PopoverClose asChild>
            <Button
              variant="ghost"
              size="sm"
              className="justify-start"
              onClick={() => onChange({ from: null, to: null })}
            >
              {t('anyPeriod')}
            </Button>
          </PopoverClose>
        </div>
        <div className="grid grid-cols-2 gap-2 border-t pt-3">
          <Field id="sends-from" label={t('from')}>
            <Input
              {...fieldControl('sends-from', {})}
              type="date"
              value={from ?? ''}
              max={to}
              className="px-2"
              onChange={(event) => onChange({ from: event.target.value || null, to: to ?? null })}
            />
          </Field>
          <Field id="sends-to" label={t('to')}>
            <Input
              {...fieldControl('sends-to', {})}
              type="date"
              value={to ?? ''}
              min={from}
              className="px-2"
              onChange={(event) => onChange({ from: from ?? null, to: event.target.value || null })}
            />
          </Field>
        </div>
        <PopoverClose asChild>
          <Button size="sm">{t('applyPeriod')}</Button>
        </PopoverClose>
      </PopoverContent>
    </Popover>
  )
}

function usePeriodWords() {
  const t = useTranslations('sends')
  const format = useFormatter()
  const day = (iso: string) =>
    format.dateTime(new Date(`${iso}T12:00:00Z`), { day: '2-digit', month: '2-digit', year: '2-digit' })
  return ({ from, to }: Period) => {
    if (from && to) return from === to ? day(from) : t('between', { from: day(from), to: day(to) })
    if (from) return t('since', { from: day(from) })
    return to ? t('until', { to: day(to) }) : t('anyPeriod')
  }
}
