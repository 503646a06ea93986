'use client'

import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { ChoiceReport } from '@/lib/domain/choice'
import { useChoiceWords } from './choice-words'

const STEPS = ['got', 'read', 'replied', 'chose'] as const

/** From those who got it to those who chose: each with its part of the step it comes from. */
export function ChoiceFigures({ report: { totals, medianSeconds } }: { report: ChoiceReport }) {
  const t = useTranslations('choices.figures')
  const words = useChoiceWords()
  const part = (step: (typeof STEPS)[number]) => {
    if (step === 'got') return t('ofSent', { count: totals.recipients })
    return totals.got > 0 ? t('ofGot', { share: words.percent(totals[step] / totals.got) }) : t('ofNobody')
  }
  return (
    <Card aria-label={t('label')} className="@container p-4 @2xl:p-5">
      <dl className="grid grid-cols-2 gap-x-4 gap-y-4 @lg:grid-cols-5">
        {STEPS.map((step) => (
          <div key={step} className="grid content-start gap-0.5">
            <dt className="text-[0.8667rem] text-muted">{t(step)}</dt>
            <dd className="text-[1.6rem] leading-tight font-semibold tracking-tight tabular-nums">
              {words.number(totals[step])}
            </dd>
            <dd className="text-[0.8667rem] text-muted tabular-nums">{part(step)}</dd>
            <dd aria-hidden className="mt-1 h-1 overflow-hidden rounded-full bg-sunken">
              <span
                className="block h-full rounded-full bg-accent"
                style={{ width: `${totals.got > 0 ? (totals[step] / totals.got) * 100 : 0}%` }}
              />
            </dd>
          </div>
        ))}
        <div className="grid content-start gap-0.5 max-@lg:col-span-2">
          <dt className="text-[0.8667rem] text-muted">{t('time')}</dt>
          <dd className="text-[1.6rem] leading-tight font-semibold tracking-tight whitespace-nowrap tabular-nums">
            {medianSeconds === null ? t('noTime') : words.time(medianSeconds)}
          </dd>
          <dd className="text-[0.8667rem] text-muted">{t('timeWhat')}</dd>
        </div>
      </dl>
    </Card>
  )
}
