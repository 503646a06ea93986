import { describe, expect, it } from 'vitest'
import { distanceWords, scheduleWords, zoneWords } from './schedule-words'

const zone = 'America/Sao_Paulo'
/** A Monday, 15:00 in Brasília. */
const now = new Date('2026-11-23T18:00:00Z')
const pt = { zone, locale: 'pt-BR', now } as const
const en = { zone, locale: 'en', now } as const

describe('a moment to come', () => {
  it('is told by weekday, date, time, zone and distance', () => {
    const friday = new Date('2026-11-27T13:00:00Z')
    expect(scheduleWords(friday, pt)).toBe('sex., 27/11, 10:00, Brasília, em 4 dias')
    expect(scheduleWords(friday, en)).toBe('Fri, Nov 27, 10:00, Brasília, in 4 days')
  })

  it('has its year only where that is another one', () => {
    expect(scheduleWords(new Date('2027-01-04T12:30:00Z'), pt)).toBe('seg., 04/01/2027, 09:30, Brasília, em 42 dias')
    expect(scheduleWords(new Date('2027-01-04T12:30:00Z'), en)).toBe('Mon, Jan 04, 2027, 09:30, Brasília, in 42 days')
  })

  it('is counted by midnights where it is told, not by 24 hours', () => {
    const soon = new Date('2026-11-24T03:30:00Z')
    expect(distanceWords(soon, pt)).toBe('amanhã')
    expect(distanceWords(soon, { ...pt, zone: 'America/Manaus' })).toBe('em 9 horas')
  })

  it('on the same day is told in hours, then in minutes, then as now', () => {
    const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
    expect([200, 60, 59, 1, 0].map((minutes) => distanceWords(after(minutes), pt))).toEqual([
      'em 3 horas',
      'em 1 hora',
      'em 59 minutos',
      'em 1 minuto',
      'agora',
    ])
    expect(distanceWords(after(200), en)).toBe('in 3 hours')
  })

  it('keeps its hour on the wall over the change to summer time', () => {
    const lisbon = { ...pt, zone: 'Europe/Lisbon', now: new Date('2027-03-27T10:00:00Z') }
    expect(scheduleWords(new Date('2027-03-29T09:00:00Z'), lisbon)).toBe('seg., 29/03, 10:00, Lisboa, depois de amanhã')
  })
})

describe('a zone', () => {
  it('is called as people call it, else by its city', () => {
    expect(zoneWords('America/Sao_Paulo', 'en')).toBe('Brasília')
    expect(zoneWords('America/New_York', 'pt-BR')).toBe('Nova York')
    expect(zoneWords('America/New_York', 'en')).toBe('New York')
    expect(zoneWords('Asia/Ho_Chi_Minh', 'pt-BR')).toBe('Ho Chi Minh')
  })
})
