'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { ShareInterval } from '@/lib/domain/choice-interval'

/** Shares, bounds and times as people read them. */
export function useChoiceWords() {
  const t = useTranslations('choices.words')
  const format = useFormatter()
  /** Small ones with a decimal, so that few is not none. */
  const percent = (share: number) =>
    format.number(share, { style: 'percent', maximumFractionDigits: share > 0 && share < 0.1 ? 1 : 0 })
  const whole = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 })
  return {
    percent,
    number: (count: number) => format.number(count),
    share: (interval: ShareInterval | null) => (interval ? percent(interval.share) : t('noShare')),
    bounds: ({ low, high }: ShareInterval) => t('bounds', { low: whole(low), high: whole(high) }),
    /** A difference of two shares: "-3". */
    points: (difference: number) => format.number(Math.round(difference * 100)),
    /** The two units that matter: "45 s", "2 min 10 s", "3 h 5 min", "4 dias". */
    time: (seconds: number) => {
      const s = Math.round(seconds)
      if (s < 60) return t('seconds', { seconds: s })
      if (s < 3600) return t('minutes', { minutes: Math.floor(s / 60), seconds: s % 60 })
      if (s < 48 * 3600) return t('hours', { hours: Math.floor(s / 3600), minutes: Math.floor((s % 3600) / 60) })
      return t('days', { days: Math.round(s / 86_400) })
    },
  }
}
