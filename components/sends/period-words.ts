'use client'

import { useFormatter, useTranslations } from 'next-intl'

/** Days as the address writes them, both included. */
export type Period = { from?: string; to?: string }

/** A period in a few words. */
export function usePeriodWords() {
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
