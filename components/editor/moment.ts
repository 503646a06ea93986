import { useFormatter, useTranslations } from 'next-intl'

const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** Moments as people write them: "14:32" today, the day with it otherwise. */
export function useMoment() {
  const t = useTranslations('editor')
  const format = useFormatter()
  const day = (at: Date) => format.dateTime(at, { day: '2-digit', month: '2-digit', year: 'numeric' })
  const words = (iso: string) => {
    const at = new Date(iso)
    const time = format.dateTime(at, TIME)
    return day(at) === day(new Date()) ? { time, date: null } : { time, date: `${day(at)}, ${time}` }
  }
  return {
    /** "Salvo às 14:32" */
    saved: (iso: string) => {
      const { time, date } = words(iso)
      return date ? t('savedOn', { date }) : t('savedAt', { time })
    },
    /** "14:32", "21/11/2026" */
    short: (iso: string) => {
      const { time, date } = words(iso)
      return date ? day(new Date(iso)) : time
    },
    /** "às 14:32", "em 21/11/2026, 14:32" */
    inSentence: (iso: string) => {
      const { time, date } = words(iso)
      return date ? t('onDate', { date }) : t('atTime', { time })
    },
  }
}
