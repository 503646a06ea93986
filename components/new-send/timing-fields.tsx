'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Segmented } from '@/components/ui/segmented'
import { suggestCanary } from '@/lib/domain/canary'
import { PACE } from '@/lib/domain/pace'
import type { PlanDraft, PlanProblem, ReadPlan } from '@/lib/domain/plan-draft'
import { InlineField, InlineSentence } from './inline-field'
import { OptionRow } from './option-row'
import { ScheduleFields } from './schedule-fields'

export type TimingFieldsProps = {
  plan: PlanDraft
  read: ReadPlan
  /** Whether what is missing is told where nobody has been yet. */
  tells: boolean
  people: number
  /** What the connection allows, messages a second. */
  perSecond: number
  onPlan: (change: Partial<PlanDraft>) => void
}

export function TimingFields({ plan, read, tells, people, perSecond, onPlan }: TimingFieldsProps) {
  const t = useTranslations('newSend.timing')
  const problem = useProblemAt(read.problems)
  return (
    <div className="grid gap-5">
      <div className="grid gap-3">
        <div>
          <Segmented
            label={t('when')}
            value={plan.starts}
            options={[
              { value: 'now', label: t('now') },
              { value: 'later', label: t('later') },
            ]}
            onChange={(starts) => onPlan({ starts })}
          />
        </div>
        {plan.starts === 'later' && (
          <ScheduleFields plan={plan} read={read} tells={tells} problem={problem} onPlan={onPlan} />
        )}
      </div>
      <div className="grid rounded-xl border *:border-b *:last:border-b-0">
        <div className="grid gap-2 p-3.5">
          <InlineSentence>
            {t.rich('pace', {
              field: () => (
                <InlineField
                  key="field"
                  id="plan-perSecond"
                  label={t('perSecond')}
                  value={plan.perSecond}
                  placeholder={String(perSecond)}
                  error={problem('perSecond')}
                  inputMode="numeric"
                  width="5rem"
                  onChange={(value) => onPlan({ perSecond: value })}
                />
              ),
              b: (text) => <strong className="font-medium">{text}</strong>,
            })}
          </InlineSentence>
          <Told error={problem('perSecond')} id="plan-perSecond">
            {t('paceHint', { perSecond, most: PACE.most })}
          </Told>
        </div>
        <OptionRow
          id="plan-quiet"
          title={t('quiet')}
          text={t('quietText')}
          checked={plan.isQuiet}
          onChange={(isQuiet) => onPlan({ isQuiet })}
        >
          <InlineSentence>
            {t.rich('quietHours', {
              from: () => (
                <InlineField
                  key="from"
                  id="plan-quietFrom"
                  label={t('quietFrom')}
                  type="time"
                  value={plan.quietFrom}
                  error={problem('quietFrom')}
                  width="7.5rem"
                  onChange={(quietFrom) => onPlan({ quietFrom })}
                />
              ),
              until: () => (
                <InlineField
                  key="until"
                  id="plan-quietUntil"
                  label={t('quietUntil')}
                  type="time"
                  value={plan.quietUntil}
                  error={problem('quietUntil')}
                  width="7.5rem"
                  onChange={(quietUntil) => onPlan({ quietUntil })}
                />
              ),
            })}
          </InlineSentence>
          <Told error={problem('quietFrom')} id="plan-quietFrom" />
          <Told error={problem('quietUntil')} id="plan-quietUntil" />
        </OptionRow>
        <OptionRow
          id="plan-canary"
          title={t('canary')}
          text={t('canaryText')}
          checked={plan.hasCanary}
          onChange={(hasCanary) => onPlan({ hasCanary })}
        >
          <InlineSentence>
            {t.rich('canaryRule', {
              size: () => (
                <InlineField
                  key="size"
                  id="plan-canarySize"
                  label={t('canarySize')}
                  value={plan.canarySize}
                  placeholder={String(suggestCanary(people).size)}
                  error={problem('canarySize')}
                  inputMode="numeric"
                  onChange={(canarySize) => onPlan({ canarySize })}
                />
              ),
              minutes: () => (
                <InlineField
                  key="minutes"
                  id="plan-canaryMinutes"
                  label={t('canaryMinutes')}
                  value={plan.canaryMinutes}
                  error={problem('canaryMinutes')}
                  inputMode="numeric"
                  onChange={(canaryMinutes) => onPlan({ canaryMinutes })}
                />
              ),
              percent: () => (
                <InlineField
                  key="percent"
                  id="plan-canaryPercent"
                  label={t('canaryPercent')}
                  value={plan.canaryPercent}
                  error={problem('canaryPercent')}
                  inputMode="numeric"
                  onChange={(canaryPercent) => onPlan({ canaryPercent })}
                />
              ),
            })}
          </InlineSentence>
          <Told error={problem('canarySize')} id="plan-canarySize">
            {people > 0 && Number(plan.canarySize || suggestCanary(people).size) >= people ? t('canaryAll') : null}
          </Told>
          <Told error={problem('canaryMinutes')} id="plan-canaryMinutes" />
          <Told error={problem('canaryPercent')} id="plan-canaryPercent" />
        </OptionRow>
        <OptionRow
          id="plan-brake"
          title={t('brake')}
          text={t('brakeText')}
          checked={plan.hasBrake}
          onChange={(hasBrake) => onPlan({ hasBrake })}
        >
          <InlineSentence>
            {t.rich('brakeRule', {
              count: () => (
                <InlineField
                  key="count"
                  id="plan-brakeAfter"
                  label={t('brakeAfter')}
                  value={plan.brakeAfter}
                  error={problem('brakeAfter')}
                  inputMode="numeric"
                  onChange={(brakeAfter) => onPlan({ brakeAfter })}
                />
              ),
            })}
          </InlineSentence>
          <Told error={problem('brakeAfter')} id="plan-brakeAfter" />
        </OptionRow>
      </div>
    </div>
  )
}

/** What is wrong with a field, in words. */
function useProblemAt(problems: PlanProblem[]) {
  const t = useTranslations('newSend.timing.problems')
  return (field: PlanProblem['field']): string | null => {
    const found = problems.find((problem) => problem.field === field)
    if (!found) return null
    return found.code === 'number' ? t('number', { min: found.min ?? 0, max: found.max ?? 0 }) : t(found.code)
  }
}

/** Under a field: what is wrong with it, else what there is to say. */
function Told({ error, id, children }: { error: string | null; id: string; children?: ReactNode }) {
  if (error)
    return (
      <p id={`${id}-error`} className="text-[0.8667rem] text-danger">
        {error}
      </p>
    )
  return children ? <p className="text-[0.8667rem] text-muted">{children}</p> : null
}
