'use client'

import { CalendarDays, ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { fieldClass } from '@/components/ui/input'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import { PeriodChoices } from './period-choices'
import { type Period, usePeriodWords } from './period-words'

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
        <PeriodChoices from={from} to={to} onChange={onChange} />
      </PopoverContent>
    </Popover>
  )
}
