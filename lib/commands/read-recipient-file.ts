import { db } from '@/lib/db/client'
import { stageRows } from '@/lib/db/recipient-row'
import { type ActionResult, fail, succeed } from '@/lib/domain/action-result'
import type { UserActor } from '@/lib/domain/actor'
import { columnNames, guessHasHeader, guessMapping } from '@/lib/domain/mapping-guess'
import { failUnreadable, LIST_LIMITS } from '@/lib/domain/recipient-list'
import { FileProblem, type FileRecord } from '@/lib/spreadsheet/file-record'
import { readFile } from '@/lib/spreadsheet/read-file'

const BATCH = 2_000
/** What the guess of what the columns are looks at. */
const GUESSED_ROWS = 50

type ReadInput = { listId: string; body: AsyncIterable<Uint8Array> }

/**
 * Reads a file into a list that this person has started, a batch of lines at a time and no faster than they are written.
 * Fails with `unreadable` where the file itself cannot be read: the list keeps why and where, as `problem`; with `gone`
 * where there is no such list, or something has been read into it already.
 */
export async function readRecipientFile(
  actor: UserActor,
  { listId, body }: ReadInput,
): Promise<ActionResult<{ id: string }, 'gone' | 'unreadable'>> {
  const { count } = await db().recipientList.updateMany({
    where: { id: listId, createdById: actor.userId, state: 'reading', bytesRead: 0 },
    // From here on it is being read: nobody else begins.
    data: { bytesRead: 1 },
  })
  if (count === 0) return fail('gone')
  let bytesRead = 0
  async function* counted() {
    try {
      for await (const part of body) {
        bytesRead += part.byteLength
        if (bytesRead > LIST_LIMITS.bytes) throw new FileProblem('tooBig', null, { max: LIST_LIMITS.bytes })
        yield part
      }
    } catch (error) {
      throw error instanceof FileProblem ? error : new FileProblem('interrupted')
    }
  }
  try {
    await stageAll(listId, readFile(counted()), () => bytesRead)
    return succeed({ id: listId })
  } catch (error) {
    const problem = error instanceof FileProblem ? error.problem : { code: 'unexpected' as const, line: null }
    await db().recipientListRow.deleteMany({ where: { listId } })
    await db().recipientList.update({ where: { id: listId }, data: { state: 'failed', problem } })
    if (!(error instanceof FileProblem)) throw error
    return failUnreadable(problem)
  }
}

async function stageAll(listId: string, records: AsyncIterable<FileRecord>, bytesRead: () => number): Promise<void> {
  const first: string[][] = []
  let batch: FileRecord[] = []
  let lineCount = 0
  let width = 0
  const flush = async () => {
    await stageRows(db(), listId, batch, { bytesRead: bytesRead(), lineCount })
    batch = []
  }
  for await (const record of records) {
    lineCount += 1
    if (lineCount > LIST_LIMITS.lines) throw new FileProblem('tooManyLines', record.line, { max: LIST_LIMITS.lines })
    if (first.length < GUESSED_ROWS) first.push(record.cells)
    width = Math.max(width, record.cells.length)
    batch.push(record)
    if (batch.length === BATCH) await flush()
  }
  if (lineCount === 0) throw new FileProblem('empty')
  await flush()
  const mapping = guessMapping(first)
  const columns = columnNames(first, mapping?.hasHeader ?? guessHasHeader(first), width)
  await db().recipientList.update({
    where: { id: listId },
    data: { state: 'read', columns, ...(mapping && { mapping }) },
  })
}
