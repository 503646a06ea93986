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
            <span aria-hidden className="block whitespace-nowrap text-(--phone-soft)">
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
      <p className="text-center text-(length:--phone-fs-small) leading-snug text-(--phone-soft)">
        <span className="block">{t('foot', { count: totals.chose })}</span>
        <span className="block">{t('footBase', { base })}</span>
      </p>
    ),
  }
}

/** A bar under the row for those who see no colour, and as much colour behind it; neither crosses the words. */
const Heat = ({ heat }: { heat: number }) => (
  <>
    <span
      aria-hidden
      className="absolute inset-0 -z-10"
      style={{ backgroundColor: `color-mix(in oklch, var(--phone-action) ${Math.round(heat * 22)}%, transparent)` }}
    />
    <span
      aria-hidden
      className="absolute bottom-0 left-0 -z-10 h-[3px] rounded-r-full bg-(--phone-action)"
      style={{ width: `${heat * 100}%` }}
    />
  </>
)
