import type { Prisma } from './generated/client'

export type StagedRow = { line: number; cells: string[] }

/** PostgreSQL's own way to write an array: an array of arrays, as unnest would need, has them all of one length. */
const toArrayText = (cells: string[]): string =>
  `{${cells.map((cell) => `"${cell.replace(/["\\]/g, '\\$&')}"`).join(',')}}`

/** Writes down lines of a list as they came, and how far it has been read. */
export async function stageRows(
  tx: Prisma.TransactionClient,
  listId: string,
  rows: StagedRow[],
  progress: { bytesRead: number; lineCount: number },
): Promise<void> {
  const lines = rows.map(({ line }) => line)
  const cells = rows.map((row) => toArrayText(row.cells))
  await tx.$executeRaw`
    with staged as (
      insert into recipient_list_row (list_id, line, cells)
      select ${listId}::uuid, line, cells::text[]
      from unnest(${lines}::int[], ${cells}::text[]) as one (line, cells)
    )
    update recipient_list set bytes_read = ${progress.bytesRead}, line_count = ${progress.lineCount}
    where id = ${listId}::uuid`
}
