'use client'

import { useTranslations } from 'next-intl'
import type { SheetMarks } from '@/components/phone/sheet-marks'
import type { ChoiceBase, ChoiceReport } from '@/lib/domain/choice'
import { choiceShare, heatOf } from '@/lib/domain/choice-tally'
import { useChoiceWords } from './choice-words'

/** What is drawn on the phone: each row as warm as it was chosen, with the numbers in words. */
export function useHeatMarks({ rows, sections, totals }: ChoiceReport, base: ChoiceBase): SheetMarks {
  const t = useTranslations('choices.phone')
  const words = useChoiceWords()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const counts = rows.map(({ count }) => count)
  const time = (seconds: number | null) => (seconds === null ? null : words.time(seconds))
  return {
    row: ({ id }) => {
      const row = byId.get(id)
      const count = row?.count ?? 0
      const took = time(row?.medianSeconds ?? null)
      const share = words.share(choiceShare(count, totals, base))
      return (
        <>
          <Heat heat={heatOf(count, counts)} />
          <span className="shrink-0 text-right text-(length:--phone-fs-small) leading-tight tabular-nums">
            <span className="sr-only">{t('rowSaid', { count, share, took: took ?? 'none' })}</span>
            <span aria-hidden className="block text-(length:--phone-fs-row) font-semibold">
              {share}
            </span>
            <span aria-hidden className="block whitespace-nowrap text-(--phone-ink)/80">
              {took ? t('row', { count, took }) : words.number(count)}
            </span>
          </span>
        </>
      )
    },
    section: (index) => {
      const section = sections[index]
      if (!section || sections.length === 1) return null
      const took = time(section.medianSeconds)
      const share = words.share(choiceShare(section.count, totals, base))
      return (
        <span className="shrink-0 font-normal whitespace-nowrap tabular-nums">
          {took
            ? t('section', { count: section.count, share, took })
            : t('sectionNone', { share, count: section.count })}
        </span>
      )
    },
    foot: (
      <p className="py-1 text-center text-(length:--phone-fs-small) text-(--phone-soft)">
        {t('foot', { count: totals.chose })}
      </p>
    ),
  }
}

/** Length first, colour after: it can be read without seeing any. */
const Heat = ({ heat }: { heat: number }) => (
  <span
    aria-hidden
    className="absolute inset-y-0.5 left-0 -z-10 rounded-r-md border-r-2"
    style={{
      width: `${heat * 100}%`,
      borderColor: heat > 0 ? 'var(--phone-action)' : 'transparent',
      backgroundColor: `color-mix(in oklch, var(--phone-action) ${Math.round(8 + heat * 20)}%, transparent)`,
    }}
  />
)
