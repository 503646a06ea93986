import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { numberText } from './cell-text'
import { FileProblem, type FileRecord, toRecord } from './file-record'
import { readXml } from './read-xml'
import { type Unzipped, unzip } from './unzip'
import { readWorkbook, type Workbook } from './workbook'

type Limits = { unzippedBytes: number; sharedTextBytes: number }

/** Past any column that a sheet can have ("XFD"): what names one is no sheet. */
const MOST_COLUMNS = 16_384

/** From 0: "B7" is 1. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of /^[A-Z]+/i.exec(reference)?.[0].toUpperCase() ?? '')
    column = column * 26 + letter.charCodeAt(0) - 64
  if (column > MOST_COLUMNS) throw new FileProblem('broken')
  return column - 1
}

/** _x000D_ is how a workbook writes what XML cannot hold. */
const unescaped = (text: string) =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
        code === '0000' ? '' : String.fromCharCode(parseInt(code, 16)),
      )
    : text

/** ISO 8601, as a cell of type "d" has it. */
const isoDate = (text: string) =>
  text.replace(/^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}).*)?$/, '$3/$2/$1 $4').replace(/ (?:00:00)?$/, '')
function cellText(type: string, style: number, value: string, { texts, formats, from1904 }: Workbook): string {
  switch (type) {
    case 's':
      return unescaped(texts[Number(value)] ?? '')
    case 'str':
    case 'inlineStr':
      return unescaped(value)
    case 'b':
      return value === '1' ? 'VERDADEIRO' : 'FALSO'
    // #N/D and its like: nothing is known there, and nobody should read that in a message.
    case 'e':
      return ''
    case 'd':
      return isoDate(value)
    default: {
      const number = Number(value)
      return value.trim() === '' || Number.isNaN(number) ? value : numberText(number, formats[style], from1904)
    }
  }
}

/** The lines of one sheet, as its XML is unpacked and no further. */
async function* readSheet(
  zip: Unzipped,
  part: string,
  workbook: Workbook,
): AsyncGenerator<FileRecord, void, undefined> {
  let ready: FileRecord[] = []
  let line = 0
  let cells: string[] = []
  let column = -1
  let type = ''
  let style = 0
  let value = ''
  let isValue = false
  let isAside = false
  const xml = readXml(zip.open(part), {
    open: (name, attributes) => {
      if (name === 'row') {
        line = attributes.r ? Number(attributes.r) : line + 1
        if (!Number.isSafeInteger(line) || line < 1 || line > 2 ** 31 - 1) throw new FileProblem('broken')
        cells = []
        column = -1
      } else if (name === 'c') {
        column = attributes.r ? columnOf(attributes.r) : column + 1
        type = attributes.t ?? 'n'
        style = Number(attributes.s ?? 0)
        value = ''
      } else if (name === 'rPh') isAside = true
      else if (name === 'v' || name === 't') isValue = !isAside
    },
    text: (text) => {
      if (isValue) value += text
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false
      else if (name === 'rPh') isAside = false
      else if (name === 'c') {
        const text = cellText(type, style, value, workbook)
        if (!text) return
        while (cells.length < column) cells.push('')
        cells[column] = text.replace(/\r\n?/g, '\n')
      } else if (name === 'row') {
        const record = toRecord(line, cells)
        if (record) ready.push(record)
      }
    },
  })
  for await (const _ of xml) {
    yield* ready
    ready = []
  }
  yield* ready
}

/**
 * The lines of the first sheet of a workbook that holds any, each cell as a person reads it there: dates in Brazil's way,
 * numbers with all of their digits. Kept on disk meanwhile, since what a zip file holds stands at its end.
 */
export async function* readXlsx(
  parts: AsyncIterable<Uint8Array>,
  limits: Limits,
): AsyncGenerator<FileRecord, void, undefined> {
  const path = join(tmpdir(), `listazap-${randomUUID()}.xlsx`)
  let zip: Unzipped | undefined
  try {
    await pipeline(Readable.from(parts, { objectMode: false }), createWriteStream(path, { mode: 0o600 }))
    zip = await unzip(path, limits)
    const workbook = await readWorkbook(zip, limits)
    for (const sheet of workbook.sheets) {
      let isEmpty = true
      for await (const record of readSheet(zip, sheet, workbook)) {
        isEmpty = false
        yield record
      }
      if (!isEmpty) return
    }
  } finally {
    zip?.close()
    await rm(path, { force: true })
  }
}
