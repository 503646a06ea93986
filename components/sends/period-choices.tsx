'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { Field, fieldControl } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { PopoverClose } from '@/components/ui/popover'
import { TIME_ZONE } from '@/lib/domain/locale'
import type { Period } from './period-words'

/** A day as the address writes it, so many days before today in the workspace's time zone. */
const daysAgo = (days: number) =>
  // Swedish dates are ISO 8601.
  new Date(Date.now() - days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: TIME_ZONE })

const PRESETS = [
  { key: 'today', days: 0 },
  { key: 'week', days: 6 },
  { key: 'month', days: 29 },
] as const

type PeriodChoicesProps = Period & { onChange: (period: { from: string | null; to: string | null }) => void }

/** What stands in a popover for a period: the usual spans by one press, or its first and last day. */
export function PeriodChoices({ from, to, onChange }: PeriodChoicesProps) {
  const t = useTranslations('sends')
  const id = useId()
  return (
    <>
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
        <Field id={`${id}-from`} label={t('from')}>
          <Input
            {...fieldControl(`${id}-from`, {})}
            type="date"
            value={from ?? ''}
            max={to}
            className="px-2"
            onChange={(event) => onChange({ from: event.target.value || null, to: to ?? null })}
          />
        </Field>
        <Field id={`${id}-to`} label={t('to')}>
          <Input
            {...fieldControl(`${id}-to`, {})}
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
    </>
  )
}
