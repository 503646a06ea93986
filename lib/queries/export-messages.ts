import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import type { ExportRunView, ExportState } from '@/lib/domain/message-export'
import type { MessageCursor, MessageFilters } from '@/lib/domain/message-filters'
import type { MessageSummary } from '@/lib/domain/message-view'
import { countSql } from './message-count'
import { pickRows } from './message-page'
import { type MessageRow, toMessageSummary } from './message-row'
import { searchRows, toMeaning } from './message-search'
import { cursorOf } from './message-walk'
import { toQuestion } from './messages'

const EXPORTED_AT_ONCE = 2_000
/** So many are still counted for a file's progress. */
const COUNTED = 1_000_000

/** All messages that the filters show, newest first, some at a time: they need not fit into memory. */
export async function* exportMessages(
  actor: Actor,
  { q, ...filters }: MessageFilters,
  batch = EXPORTED_AT_ONCE,
): AsyncGenerator<MessageSummary[], void> {
  const question = await toQuestion(actor, filters)
  const meaning = q ? await toMeaning(actor, q) : null
  for (let cursor: MessageCursor | null = null; ; ) {
    const rows: MessageRow[] = meaning
      ? await searchRows(actor, question, meaning, cursor, batch)
      : await pickRows(actor, question, cursor, batch)
    if (rows.length > 0) yield rows.map(toMessageSummary)
    const last = rows.at(-1)
    if (!last || rows.length < batch) return
    cursor = cursorOf(last)
  }
}

/** How many an export will have; null where they are more than one would count. */
export async function countForExport(actor: Actor, { q, ...filters }: MessageFilters): Promise<number | null> {
  const question = await toQuestion(actor, filters)
  const meaning = q ? await toMeaning(actor, q) : null
  const [row] = await db().$queryRaw<{ count: number }[]>(countSql(question, meaning, COUNTED + 1))
  return row && row.count <= COUNTED ? row.count : null
}

/** How far an export of one's own is; null where one has no such. */
export async function getExportRun(actor: Actor, id: string): Promise<ExportRunView | null> {
  if (actor.kind !== 'user') return null
  const run = await db().exportRun.findFirst({ where: { id, userId: actor.userId } })
  return run && { state: run.state as ExportState, rows: run.rows, total: run.total }
}
