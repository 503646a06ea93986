import type { Locale } from './locale'
import { timeZoneCity } from './time-zone'
import { daysBetween, toWallTime } from './zoned-time'

/** What people call the time of these zones, where it is another name than the city's own. */
const KNOWN_AS: Readonly<Record<string, Partial<Record<Locale, string>> & { all?: string }>> = {
  'America/Sao_Paulo': { all: 'Brasília' },
  'America/Noronha': { all: 'Fernando de Noronha' },
  'America/Cuiaba': { all: 'Cuiabá' },
  'America/Belem': { all: 'Belém' },
  'America/Maceio': { all: 'Maceió' },
  'America/Araguaina': { all: 'Araguaína' },
  'America/Eirunepe': { all: 'Eirunepé' },
  'America/Santarem': { all: 'Santarém' },
  'America/Asuncion': { 'pt-BR': 'Assunção', en: 'Asunción' },
  'America/Montevideo': { 'pt-BR': 'Montevidéu' },
  'America/New_York': { 'pt-BR': 'Nova York' },
  'America/Mexico_City': { 'pt-BR': 'Cidade do México' },
  'Europe/Lisbon': { 'pt-BR': 'Lisboa' },
  'Europe/London': { 'pt-BR': 'Londres' },
  'Europe/Madrid': { 'pt-BR': 'Madri' },
  'Europe/Rome': { 'pt-BR': 'Roma' },
}

/** A zone as it is said: "Brasília", "Lisboa". */
export function zoneWords(zone: string, locale: Locale): string {
  const names = KNOWN_AS[zone]
  return names?.[locale] ?? names?.all ?? timeZoneCity(zone)
}

const MINUTE_MS = 60_000
const MINUTES_AN_HOUR = 60

/** How far off a moment is: "em 4 dias", "amanhã", "em 3 horas", "em 20 minutos"; by midnights, not by 24 hours. */
export function distanceWords(at: Date, { zone, locale, now }: Told): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const days = daysBetween(now, at, zone)
  if (days !== 0) return words.format(days, 'day')
  const minutes = Math.round((at.getTime() - now.getTime()) / MINUTE_MS)
  if (minutes === 0) return words.format(0, 'second')
  if (Math.abs(minutes) < MINUTES_AN_HOUR) return words.format(minutes, 'minute')
  return words.format(Math.trunc(minutes / MINUTES_AN_HOUR), 'hour')
}

/** In which zone and language a moment is told, and when. */
type Told = { zone: string; locale: Locale; now: Date }

/**
 * A moment to come as one says it: "sex., 27/11, 10:00, Brasília, em 4 dias". The year only where it is another one.
 */
export function scheduleWords(at: Date, told: Told): string {
  const { zone, locale, now } = told
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(at)
  const year = (moment: Date) => toWallTime(moment, zone).date.slice(0, 4)
  const date = format({
    day: '2-digit',
    month: locale === 'en' ? 'short' : '2-digit',
    ...(year(at) !== year(now) && { year: 'numeric' }),
  })
  return [
    format({ weekday: 'short' }),
    date,
    toWallTime(at, zone).time,
    zoneWords(zone, locale),
    distanceWords(at, told),
  ].join(', ')
}
