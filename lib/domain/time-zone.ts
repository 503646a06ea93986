/** The zones of Brazil by their IANA names, the capital's first: what a person is offered before all the others. */
export const BRAZILIAN_TIME_ZONES = [
  'America/Sao_Paulo',
  'America/Noronha',
  'America/Manaus',
  'America/Cuiaba',
  'America/Rio_Branco',
] as const

/** IANA's names alone: what Node takes beyond them, such as "+03:00", means something else to PostgreSQL. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]\w*(\/[\w+-]+)*$/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}

/** The part of a zone's name that people know it by, where there are no words for it: "America/New_York" is "New York". */
export const timeZoneCity = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
