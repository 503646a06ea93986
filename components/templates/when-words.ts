import { useFormatter, useTranslations } from 'next-intl'

const DAY = 86_400_000
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** Days as people say them: "hoje às 14:32", "ontem", "em 21/11/2026". */
export function useWhenWords() {
  const t = useTranslations('templates.when')
  const format = useFormatter()
  const day = (at: Date) => format.dateTime(at, { day: '2-digit', month: '2-digit', year: 'numeric' })
  const nearness = (at: Date) => {
    const now = Date.now()
    if (day(at) === day(new Date(now))) return 'today'
    return day(at) === day(new Date(now - DAY)) ? 'yesterday' : null
  }
  return {
    /** With the time of day, where it was today or yesterday. */
    moment: (iso: string) => {
      const at = new Date(iso)
      const near = nearness(at)
      return near ? t(near, { time: format.dateTime(at, TIME) }) : t('date', { date: day(at) })
    },
    day: (iso: string) => {
      const at = new Date(iso)
      const near = nearness(at)
      return near ? t(`${near}Short`) : t('date', { date: day(at) })
    },
  }
}
