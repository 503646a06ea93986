import { useTranslations } from 'next-intl'

const MINUTE_MS = 60_000

/** Time that is left as people say it, down to the minute: "2 h 14 min", "8 min". */
export function useTimeLeft(): (ms: number) => string {
  const t = useTranslations('answerPeople.left')
  return (ms) => {
    const minutes = Math.max(1, Math.ceil(ms / MINUTE_MS))
    const hours = Math.floor(minutes / 60)
    return hours > 0 ? t('hours', { hours, minutes: minutes % 60 }) : t('minutes', { minutes })
  }
}
