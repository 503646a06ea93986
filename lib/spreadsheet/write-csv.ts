import { BYTE_ORDER_MARK, csvSeparator, toCsvLine } from '@/lib/domain/csv-cell'
import type { SheetCell } from '@/lib/domain/sheet-cell'
import { zoneShift } from '@/lib/domain/zone-shift'
import type { Table } from './table'

/** A CSV file as the spreadsheets of that language open it, piece by piece. */
export async function* writeCsv({ head, parts, locale, zone }: Table): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder()
  const separator = csvSeparator(locale)
  const text = toText(locale, zone)
  yield encoder.encode(BYTE_ORDER_MARK + toCsvLine(head, separator))
  for await (const lines of parts)
    yield encoder.encode(lines.map((cells) => toCsvLine(cells.map(text), separator)).join(''))
}

/** Moments in an order that the language's spreadsheets take for a moment, to the second. */
function toText(locale: string, zone: string): (cell: SheetCell) => string {
  const shift = zoneShift(zone)
  const isBrazilian = locale.startsWith('pt')
  return (cell) => {
    if (cell === null) return ''
    if (!(cell instanceof Date)) return String(cell)
    const [date = '', time = ''] = new Date(shift(cell)).toISOString().slice(0, 19).split('T')
    const [year, month, day] = date.split('-')
    return `${isBrazilian ? `${day}/${month}/${year}` : date} ${time}`
  }
}
