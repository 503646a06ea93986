/** The zones of Brazil by their IANA names, the capital's first: what a person is offered before all the others. */
export const BRAZILIAN_TIME_ZONES = [
  'America/Sao_Paulo',
  'America/Noronha',
  'America/Manaus',
  'America/Cuiaba',
  'America/Rio_Branco',
] as const

/** Whether this runtime can tell times of that zone. */
export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** The part of a zone's name that people know it by, where there are no words for it: "America/New_York" is "New York". */
export const timeZoneCity = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
