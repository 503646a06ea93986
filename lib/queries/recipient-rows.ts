import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import { PHONE_REPAIRS } from '@/lib/domain/phone-repair'
import {
  includedVerdicts,
  type RecipientRowPage,
  type RecipientRowView,
  VERDICTS,
  type Verdict,
  verdictDetailSchema,
  verdictSchema,
} from '@/lib/domain/recipient-verdict'
import { listsOf } from './recipient-lists'

const PAGE = 50
const BATCH = 2_000

const SELECT = {
  line: true,
  cells: true,
  phone: true,
  name: true,
  verdict: true,
  repair: true,
  detail: true,
  windowClosesAt: true,
} as const satisfies Prisma.RecipientListRowSelect

type Row = Prisma.RecipientListRowGetPayload<{ select: typeof SELECT }>

const toRowView = (row: Row): RecipientRowView => ({
  line: row.line,
  cells: row.cells,
  phone: row.phone,
  name: row.name,
  verdict: verdictSchema.safeParse(row.verdict).data ?? null,
  repairs: (row.repair ?? '').split(' ').flatMap((code) => PHONE_REPAIRS.filter((repair) => repair === code)),
  detail: verdictDetailSchema.safeParse(row.detail).data ?? null,
  windowClosesAt: row.windowClosesAt?.toISOString() ?? null,
})

type RowsAsked = { verdict?: Verdict | null; repaired?: boolean; after?: number | null; limit?: number }

/**
 * Lines of a list in their order, `after` the line that the page before ended with: all of them, those of one verdict, or
 * those whose phone was repaired. Whose list it is not sees none.
 */
export async function listRecipientListRows(
  actor: Actor,
  listId: string,
  { verdict = null, repaired = false, after = null, limit = PAGE }: RowsAsked = {},
): Promise<RecipientRowPage> {
  const rows = await db().recipientListRow.findMany({
    where: {
      listId,
      list: listsOf(actor),
      ...(verdict && { verdict }),
      ...(repaired && { repair: { not: null } }),
      ...(after !== null && { line: { gt: after } }),
    },
    select: SELECT,
    orderBy: { line: 'asc' },
    take: limit + 1,
  })
  const page = rows.slice(0, limit).map(toRowView)
  return { rows: page, nextLine: rows.length > limit ? (page.at(-1)?.line ?? null) : null }
}

/** All lines that a Send with these choices leaves out, in their order, some at a time. */
export async function* leftOutRows(
  actor: Actor,
  listId: string,
  choices: { includesClosed: boolean; includesRepeats: boolean },
): AsyncGenerator<RecipientRowView[], void, undefined> {
  const included: string[] = includedVerdicts(choices)
  const left = VERDICTS.filter((verdict) => !included.includes(verdict))
  let after = 0
  for (;;) {
    const rows = await db().recipientListRow.findMany({
      where: { listId, list: listsOf(actor), verdict: { in: left }, line: { gt: after } },
      select: SELECT,
      orderBy: { line: 'asc' },
      take: BATCH,
    })
    if (rows.length > 0) yield rows.map(toRowView)
    after = rows.at(-1)?.line ?? after
    if (rows.length < BATCH) return
  }
}
