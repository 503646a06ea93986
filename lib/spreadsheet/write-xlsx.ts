import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { SheetCell } from '@/lib/domain/sheet-cell'
import { zoneShift } from '@/lib/domain/zone-shift'
import type { Table } from './table'
import { toXmlText, workbookParts } from './workbook-parts'

/** The most lines of one sheet (Excel specifications and limits). */
export const SHEET_LINES = 1_048_576
/** A zip entry that says its size in 32 bits must stay below them. */
const SHEET_BYTES = 3_500_000_000

const DAY_MS = 86_400_000
/** Day 25,569 of Excel's calendar is 1970-01-01. */
const UNIX_DAY = 25_569
const STYLE = { moment: 1, head: 2, text: 3 } as const

/**
 * A workbook, piece by piece. Lines that do not fit on a sheet go on on the next one, under the same head. Texts stand in
 * their cells, so that nothing has to be remembered until the end; none of them can be taken for a formula.
 */
export async function* writeXlsx(
  { head, parts, locale, zone }: Table,
  { name, lines = SHEET_LINES }: { name: string; lines?: number },
): AsyncGenerator<Uint8Array, void> {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  const source = parts[Symbol.asyncIterator]()
  const shift = zoneShift(zone)
  let left: SheetCell[][] = []
  let isOver = false
  let sheets = 0
  let current: Readable | null = null

  async function* sheet(): AsyncGenerator<Buffer, void> {
    const opening = Buffer.from(opened(head))
    yield opening
    let written = 1
    for (let bytes = opening.length; written < lines && bytes < SHEET_BYTES; ) {
      if (left.length === 0) {
        const next = await source.next()
        if (next.done) {
          isOver = true
          break
        }
        left = next.value
      }
      const now = left.splice(0, Math.min(left.length, lines - written))
      const xml = Buffer.from(now.map((cells) => lineOf(cells, shift)).join(''))
      written += now.length
      bytes += xml.length
      yield xml
    }
    yield Buffer.from(closed(head.length, written))
  }

  const addSheet = () => {
    sheets += 1
    current = Readable.from(sheet(), { objectMode: false, highWaterMark: 65_536 })
    current.once('error', (error) => output.destroy(error))
    current.once('end', () => void goOn().catch((error: Error) => output.destroy(error)))
    // The fastest level: the database is slower than it, and the file hardly larger.
    zip.addReadStream(current, `xl/worksheets/sheet${sheets}.xml`, { compressionLevel: 1 })
  }
  const goOn = async () => {
    if (!isOver && left.length === 0) {
      const next = await source.next()
      if (next.done) isOver = true
      else left = next.value
    }
    if (!isOver) return addSheet()
    for (const [path, xml] of Object.entries(workbookParts(name, sheets, locale))) zip.addBuffer(Buffer.from(xml), path)
    zip.end()
  }

  zip.on('error', (error: Error) => output.destroy(error))
  addSheet()
  try {
    for await (const piece of output) yield piece as Uint8Array
  } finally {
    ;(current as Readable | null)?.destroy()
    await source.return?.()
  }
}

function opened(head: string[]): string {
  const widths = head.map(
    (title, i) => `<col min="${i + 1}" max="${i + 1}" width="${widthOf(title)}" customWidth="1"/>`,
  )
  const titles = head.map((title) => textCell(title, STYLE.head))
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols><sheetData><row>${titles.join('')}</row>`
  )
}

const closed = (columns: number, lines: number) =>
  `</sheetData><autoFilter ref="A1:${columnName(columns)}${lines}"/></worksheet>`

const widthOf = (title: string) => Math.max(18, title.length + 4)

/** 1 is A, 27 is AA. */
const columnName = (column: number): string =>
  column > 26
    ? columnName(Math.floor((column - 1) / 26)) + columnName(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column)

const textCell = (text: string, style: number) =>
  `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${toXmlText(text)}</t></is></c>`

function lineOf(cells: SheetCell[], shift: (at: Date) => number): string {
  const xml = cells.map((cell) => {
    if (cell === null || cell === '') return '<c/>'
    if (typeof cell === 'number') return `<c><v>${cell}</v></c>`
    if (cell instanceof Date) return `<c s="${STYLE.moment}"><v>${shift(cell) / DAY_MS + UNIX_DAY}</v></c>`
    return textCell(cell, STYLE.text)
  })
  return `<row>${xml.join('')}</row>`
}
