'use client'

import { useFormatter, useTranslations } from 'next-intl'

/** dd/mm/aaaa HH:mm in Portuguese and its like in English, in the workspace's time zone unless another is named. */
export function useWhen() {
  const format = useFormatter()
  const inZone = (timeZone: string | undefined) => timeZone && { timeZone }
  const day = (at: string, zone?: string) =>
    format.dateTime(new Date(at), { day: '2-digit', month: '2-digit', year: 'numeric', ...inZone(zone) })
  const time = (at: string, withSeconds = false, zone?: string) =>
    format.dateTime(new Date(at), {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      ...(withSeconds && { second: '2-digit' }),
      ...inZone(zone),
    })
  return { day, time, when: (at: string, zone?: string) => `${day(at, zone)} ${time(at, false, zone)}` }
}

const DAY_MS = 24 * 60 * 60 * 1000

/** A day as a conversation heads it: today, yesterday, or its date in words. */
export function useDayWords() {
  const t = useTranslations('phone')
  const format = useFormatter()
  const { day } = useWhen()
  return (at: string, now = new Date()) => {
    if (day(at) === day(now.toISOString())) return t('today')
    if (day(at) === day(new Date(now.getTime() - DAY_MS).toISOString())) return t('yesterday')
    return format.dateTime(new Date(at), { dateStyle: 'long' })
  }
}

export function When({ at, zone, className }: { at: string; zone?: string; className?: string }) {
  const { when } = useWhen()
  return (
    <time dateTime={at} className={className}>
      {when(at, zone)}
    </time>
  )
}

/** How long something took, in the two units that matter. */
export function useDuration() {
  const t = useTranslations('sends.duration')
  return (ms: number) => {
    if (ms < 1000) return t('ms', { value: Math.round(ms) })
    const seconds = Math.round(ms / 1000)
    if (seconds < 60) return t('s', { value: ms / 1000 })
    if (seconds < 3600) return t('min', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })
    return t('h', { hours: Math.floor(seconds / 3600), minutes: Math.floor((seconds % 3600) / 60) })
  }
}

/** How long something will take, as one guesses it: whole seconds, then whole minutes. */
export function useRoughDuration() {
  const t = useTranslations('sends.duration')
  return (ms: number) => {
    const seconds = Math.max(1, Math.ceil(ms / 1000))
    if (seconds < 60) return t('roughS', { seconds })
    const minutes = Math.ceil(seconds / 60)
    if (minutes < 60) return t('roughMin', { minutes })
    return t('h', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
  }
}

/** How long something has lasted, as one says it: whole minutes, hours or days. */
export function useDurationSince() {
  const t = useTranslations('sends.duration')
  return (ms: number) => {
    const minutes = Math.max(1, Math.floor(ms / 60_000))
    if (minutes < 60) return t('roughMin', { minutes })
    return minutes < 48 * 60
      ? t('roughH', { hours: Math.floor(minutes / 60) })
      : t('roughD', { days: Math.floor(minutes / 1_440) })
  }
}
