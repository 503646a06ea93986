'use client'

import { useFormatter } from 'next-intl'

const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** A moment as short as a column is narrow: the time alone for today, else with its day. */
export function useShortWhen() {
  const format = useFormatter()
  const day = (at: Date) => format.dateTime(at, { day: '2-digit', month: '2-digit', year: '2-digit' })
  return (iso: string): string => {
    const at = new Date(iso)
    const time = format.dateTime(at, TIME)
    const own = day(at)
    if (own === day(new Date())) return time
    const isThisYear = own.slice(-2) === day(new Date()).slice(-2)
    return `${isThisYear ? format.dateTime(at, { day: '2-digit', month: '2-digit' }) : own} ${time}`
  }
}
