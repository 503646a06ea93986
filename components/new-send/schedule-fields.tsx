'use client'

import { CalendarClock } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Field, fieldControl } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { PlanDraft, PlanProblem, ReadPlan } from '@/lib/domain/plan-draft'
import { scheduleWords, zoneWords } from '@/lib/domain/schedule-words'
import { BRAZILIAN_TIME_ZONES } from '@/lib/domain/time-zone'
import { toWallTime } from '@/lib/domain/zoned-time'
import { useMinute } from './use-minute'

type ScheduleFieldsProps = {
  plan: PlanDraft
  read: ReadPlan
  tells: boolean
  problem: (field: PlanProblem['field']) => string | null
  onPlan: (change: Partial<PlanDraft>) => void
}

/** Day, time and zone, and the moment in words. */
export function ScheduleFields({ plan, read, tells, problem, onPlan }: ScheduleFieldsProps) {
  const t = useTranslations('newSend.timing')
  const locale = useLocale()
  const now = useMinute()
  const isMissing = (field: 'date' | 'time') => !plan[field]
  const told = (field: 'date' | 'time') => (isMissing(field) && !tells ? null : problem(field))
  const startsAt = read.plan?.startsAt
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-x-4 gap-y-3">
        <Field id="plan-date" label={t('date')} error={told('date')}>
          <Input
            {...fieldControl('plan-date', { error: told('date') })}
            type="date"
            min={toWallTime(now, plan.timeZone).date}
            value={plan.date}
            onChange={(event) => onPlan({ date: event.target.value })}
            className="w-44"
          />
        </Field>
        <Field id="plan-time" label={t('time')} error={told('time')}>
          <Input
            {...fieldControl('plan-time', { error: told('time') })}
            type="time"
            value={plan.time}
            onChange={(event) => onPlan({ time: event.target.value })}
            className="w-32"
          />
        </Field>
        <Field id="plan-zone" label={t('zone')} className="min-w-48 flex-1">
          <Select
            {...fieldControl('plan-zone', {})}
            className="w-full max-w-72"
            value={plan.timeZone}
            onChange={(event) => onPlan({ timeZone: event.target.value })}
          >
            <optgroup label={t('brazil')}>
              {BRAZILIAN_TIME_ZONES.map((zone) => (
                <option key={zone} value={zone}>
                  {zoneWords(zone, locale)}
                </option>
              ))}
            </optgroup>
            <optgroup label={t('world')}>
              {otherZones(plan.timeZone).map((zone) => (
                <option key={zone} value={zone}>
                  {zoneWords(zone, locale)} ({zone.split('/')[0]})
                </option>
              ))}
            </optgroup>
          </Select>
        </Field>
      </div>
      <p role="status" className="flex items-start gap-2 text-[0.9333rem] font-medium empty:hidden">
        {startsAt && (
          <>
            <CalendarClock aria-hidden className="mt-0.5 size-4.5 shrink-0 text-accent" />
            <span>
              {scheduleWords(new Date(startsAt), { zone: plan.timeZone, locale, now })}
              {read.isMoved && <span className="block font-normal text-muted">{t('moved')}</span>}
            </span>
          </>
        )}
      </p>
    </div>
  )
}

const BRAZILIAN: readonly string[] = BRAZILIAN_TIME_ZONES

/** Every other zone that this browser knows; the chosen one, even where it is not among them. */
const otherZones = (chosen: string) =>
  [...new Set([...Intl.supportedValuesOf('timeZone'), chosen])].filter((zone) => !BRAZILIAN.includes(zone))
