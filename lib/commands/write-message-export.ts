import type { Actor } from '@/lib/domain/actor'
import { TIME_ZONE } from '@/lib/domain/locale'
import { type MessageCellWords, toMessageCells } from '@/lib/domain/message-cells'
import type { ExportRequest, ExportState } from '@/lib/domain/message-export'
import type { MessageFilters } from '@/lib/domain/message-filters'
import type { SheetCell } from '@/lib/domain/sheet-cell'
import { log } from '@/lib/log'
import { countForExport, exportMessages } from '@/lib/queries/export-messages'
import type { Table } from '@/lib/spreadsheet/table'
import { writeCsv } from '@/lib/spreadsheet/write-csv'
import { writeXlsx } from '@/lib/spreadsheet/write-xlsx'
import { recordExport } from './record-export'

/** @property sheet the name of a workbook's sheet */
export type ExportInput = ExportRequest & {
  filters: MessageFilters
  locale: string
  words: MessageCellWords & { sheet: string }
}

/**
 * The messages that the filters show as a file, piece by piece: the next messages are read once the piece before them has
 * left. How far it is, and how it ended, is written down; whoever stops taking pieces has canceled it.
 */
export async function* writeMessageExport(actor: Actor, input: ExportInput): AsyncGenerator<Uint8Array, void> {
  const { run, columns, filters, words, locale } = input
  let rows = 0
  let state: ExportState = 'running'
  const tell = (more: { total?: number } = {}) => recordExport(actor, run, { state, rows, ...more })
  async function* parts(): AsyncGenerator<SheetCell[][], void> {
    for await (const messages of exportMessages(actor, filters)) {
      yield messages.map((message) => toMessageCells(message, columns, words))
      rows += messages.length
      await tell()
    }
  }

  await tell()
  // Beside the file, which need not wait for it.
  const counting = countForExport(actor, filters)
    .then((total) => (total !== null && state === 'running' ? tell({ total }) : undefined))
    .catch((error: unknown) => log.warn({ err: error }, 'the messages of an export could not be counted'))
  const table: Table = { head: columns.map((column) => words.columns[column]), parts: parts(), locale, zone: TIME_ZONE }
  try {
    yield* input.format === 'csv' ? writeCsv(table) : writeXlsx(table, { name: words.sheet })
    state = 'done'
  } catch (error) {
    state = 'failed'
    throw error
  } finally {
    if (state === 'running') state = 'canceled'
    await counting
    await tell(state === 'done' ? { total: rows } : {})
  }
}
