import { db } from '@/lib/db/client'
import { stageRows } from '@/lib/db/recipient-row'
import { type ActionResult, fail, succeed } from '@/lib/domain/action-result'
import type { UserActor } from '@/lib/domain/actor'
import { columnNames, guessHasHeader, guessMapping } from '@/lib/domain/mapping-guess'
import { failUnreadable } from '@/lib/domain/recipient-list'
import { splitNumbers } from '@/lib/domain/typed-list'
import { FileProblem, type FileRecord } from '@/lib/spreadsheet/file-record'
import { readCsv } from '@/lib/spreadsheet/read-csv'
import { startRecipientList } from './start-recipient-list'

const BATCH = 2_000
const GUESSED_ROWS = 50

/**
 * Makes a list of what somebody has typed or pasted: numbers however they are set apart, or lines with more beside each, as
 * a spreadsheet's range is pasted. Fails with `empty`, or with `unreadable` as a file does.
 */
export async function createTextList(
  actor: UserActor,
  { text }: { text: string },
): Promise<ActionResult<{ id: string }, 'empty' | 'unreadable'>> {
  let records: FileRecord[]
  try {
    records = splitNumbers(text) ?? (await readLines(text))
  } catch (error) {
    if (error instanceof FileProblem) return failUnreadable(error.problem)
    throw error
  }
  if (records.length === 0) return fail('empty')
  const first = records.slice(0, GUESSED_ROWS).map(({ cells }) => cells)
  const mapping = guessMapping(first)
  const width = records.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  const list = await startRecipientList(actor, { source: 'text' })
  const bytesRead = Buffer.byteLength(text)
  for (let at = 0; at < records.length; at += BATCH)
    await stageRows(db(), list.id, records.slice(at, at + BATCH), { bytesRead, lineCount: records.length })
  await db().recipientList.update({
    where: { id: list.id },
    data: {
      state: 'read',
      columns: columnNames(first, mapping?.hasHeader ?? guessHasHeader(first), width),
      ...(mapping && { mapping }),
    },
  })
  return succeed(list)
}

async function readLines(text: string): Promise<FileRecord[]> {
  const records: FileRecord[] = []
  async function* whole() {
    yield Buffer.from(text)
  }
  for await (const record of readCsv(whole())) records.push(record)
  return records
}
