/** How a cell is shown, as far as it changes what a person reads. */
export type CellFormat =
  | { shows: 'general' }
  | { shows: 'date'; hasDay: boolean; hasTime: boolean }
  | { shows: 'number'; decimals: number; grouped: boolean; before: string; after: string; digits: number }

const GENERAL: CellFormat = { shows: 'general' }
const number = (decimals: number, grouped: boolean): CellFormat => ({
  shows: 'number',
  decimals,
  grouped,
  before: '',
  after: '',
  digits: 1,
})
const date = (hasDay: boolean, hasTime: boolean): CellFormat => ({ shows: 'date', hasDay, hasTime })

/** The formats that a workbook need not spell out (ECMA-376, 18.8.30). */
const BUILT_IN: Record<number, CellFormat> = {
  1: number(0, false),
  2: number(2, false),
  3: number(0, true),
  4: number(2, true),
  9: { ...number(0, false), after: '%' } as CellFormat,
  10: { ...number(2, false), after: '%' } as CellFormat,
  14: date(true, false),
  15: date(true, false),
  16: date(true, false),
  17: date(true, false),
  18: date(false, true),
  19: date(false, true),
  20: date(false, true),
  21: date(false, true),
  22: date(true, true),
  37: number(0, true),
  38: number(0, true),
  39: number(2, true),
  40: number(2, true),
  45: date(false, true),
  46: date(false, true),
  47: date(false, true),
}

/** Of "#,##0.00;[Red]-#,##0.00" the first part: what positive numbers look like. */
const firstSection = (code: string) => code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)[0] ?? ''

/** What a format writes around the digits: quoted, escaped, or a currency in brackets. */
const literal = (text: string) =>
  text
    .replace(/\[\$([^\]-]*)[^\]]*\]/g, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/_./g, '')
    .replace(/\*./g, '')
    .replace(/"([^"]*)"/g, '$1')
    .replace(/\\(.)/g, '$1')

/** What a custom format code shows. One for which this knows no better shows the number as it is. */
export function toCellFormat(id: number, code: string | undefined): CellFormat {
  if (code === undefined) return BUILT_IN[id] ?? GENERAL
  const section = firstSection(code)
  const bare = section.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '')
  if (/[ymdhs]/i.test(bare) && !/[0#?]/.test(bare.replace(/s[.,]0+/gi, ''))) {
    const hasTime = /[hs]/i.test(bare) || /\[[hms]+\]/i.test(section)
    return date(/[yd]/i.test(bare) || (!hasTime && /m/i.test(bare)), hasTime)
  }
  const digits = /^([^0#?]*)([0#?][0#?,.]*)([^0#?]*)$/.exec(section.replace(/"[^"]*"|\\./g, (text) => text))
  if (!digits || /e[+-]/i.test(bare)) return GENERAL
  const [, before = '', places = '', after = ''] = digits
  const [whole = '', fraction = ''] = places.split('.')
  return {
    shows: 'number',
    decimals: fraction.replace(/[^0#?]/g, '').length,
    grouped: whole.includes(','),
    before: literal(before),
    after: literal(after),
    digits: whole.replace(/[^0]/g, '').length,
  }
}

const two = (value: number) => String(value).padStart(2, '0')
const grouping = (whole: string) => whole.replace(/\B(?=(\d{3})+$)/g, '.')

/** A number with all of its digits: never as 5,5119E+12. */
function plainNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString()
  // Fifteen digits are what a spreadsheet keeps: 0.1 + 0.2 is 0,3.
  const text = Number(value.toPrecision(15)).toString()
  return (text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text).replace('.', ',')
}

const DAY_MS = 24 * 60 * 60 * 1000

/** A day count of a spreadsheet, in Brazil's way: 30/09/2026, 30/09/2026 14:30, 14:30. */
function dateText(
  serial: number,
  { hasDay, hasTime }: { hasDay: boolean; hasTime: boolean },
  from1904: boolean,
): string {
  // Excel believes in a 29 February 1900: before it, days are counted from one later.
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  const at = new Date(epoch + Math.round((serial * DAY_MS) / 1000) * 1000)
  if (Number.isNaN(at.getTime())) return plainNumber(serial)
  const day = `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}`
  const time = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
  if (!hasDay) return time
  return hasTime && time !== '00:00' ? `${day} ${time}` : day
}

/** A number of a cell as a person in Brazil reads it there. */
export function numberText(value: number, format: CellFormat = GENERAL, from1904 = false): string {
  if (format.shows === 'date') return value < 0 ? plainNumber(value) : dateText(value, format, from1904)
  // Longer numbers are phones, documents and codes: what a mask writes between their digits is not theirs.
  if (format.shows === 'general') return plainNumber(value)
  const isShare = format.after.includes('%') || format.before.includes('%')
  const shown = Math.abs(isShare ? value * 100 : value)
  const [whole = '', fraction] = (
    shown < 1e21 ? shown.toFixed(Math.min(format.decimals, 20)) : plainNumber(shown)
  ).split('.')
  const padded = whole.padStart(format.digits, '0')
  const digits = `${format.grouped ? grouping(padded) : padded}${fraction ? `,${fraction}` : ''}`
  return `${value < 0 ? '-' : ''}${format.before}${digits}${format.after}`.trim()
}
