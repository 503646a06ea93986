import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { LIST_LIMITS } from '@/lib/domain/recipient-list'
import { decodeText } from './decode-text'
import { guessDelimiter } from './delimiter'
import { FileProblem, type FileRecord, toRecord } from './file-record'

const HEAD = 65_536
/** Bytes of one record: more is a quote that was never closed. */
const RECORD = LIST_LIMITS.columns * LIST_LIMITS.cellLength * 4

type Parsed = { record: string[]; info: { lines: number } }

const linesWithin = (cells: string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0)

/** How many empty lines the parser had met; its type does not tell that an error carries it. */
const emptyLines = (error: CsvError): number =>
  Number(Object.entries(error).find(([key]) => key === 'empty_lines')?.[1])

/**
 * The records of a CSV file as spreadsheets write it: ";", "," or tab between cells, quoted line breaks, "sep=;". What is
 * ahead of its reader is bounded. Throws a FileProblem that tells the line.
 */
export async function* readCsv(parts: AsyncIterable<Uint8Array>): AsyncGenerator<FileRecord, void, undefined> {
  const text = decodeText(parts)
  let head = ''
  let isWhole = false
  while (head.length < HEAD && !isWhole) {
    const { value, done } = await text.next()
    isWhole = done === true
    head += value ?? ''
  }
  const { delimiter, told } = guessDelimiter(head)
  if (told) head = head.slice(head.includes('\n') ? head.indexOf('\n') + 1 : head.length)
  const skipped = told ? 1 : 0

  async function* all() {
    yield head
    yield* text
  }
  let after = { line: 1, empty: 0 }
  const parser = parse({
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    // Names hold quotes: João "Zé" Silva.
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: RECORD,
    info: true,
    // An error drops what was parsed and not yet taken: only here is the last whole record known.
    on_record: (record, { lines, empty_lines }) => {
      after = { line: lines + 1, empty: empty_lines }
      return record
    },
  })
  // The parser hands an error of the source on to who reads it.
  pipeline(Readable.from(all(), { objectMode: false }), parser, () => {})
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const line = info.lines + skipped - linesWithin(record)
      const found = toRecord(line, record)
      if (found) yield found
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw new FileProblem('quote', after.line + skipped + emptyLines(error) - after.empty)
    throw error
  }
}
