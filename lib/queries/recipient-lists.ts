import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import {
  judgedForSchema,
  type ListSource,
  type ListState,
  listProblemSchema,
  type RecipientListView,
  recipientMappingSchema,
} from '@/lib/domain/recipient-list'
import { VERDICTS, type VerdictCounts } from '@/lib/domain/recipient-verdict'

const FIRST_ROWS = 20

/** What somebody wants to know beside the list itself: how many windows close before their turn at a pace. */
type Pace = { perSecond: number; startsAt?: Date | null }

/** Whose lists somebody may see: their own; an administrator everybody's. */
export const listsOf = (actor: Actor): Prisma.RecipientListWhereInput =>
  actor.kind === 'user' && actor.role !== 'admin' ? { createdById: actor.userId } : {}

/** A list as its page shows it, or null where this person has no such list. */
export async function getRecipientList(
  actor: Actor,
  id: string,
  pace: Pace | null = null,
): Promise<RecipientListView | null> {
  const list = await db().recipientList.findFirst({
    where: { id, ...listsOf(actor) },
    include: {
      rows: { orderBy: { line: 'asc' }, take: FIRST_ROWS, select: { cells: true } },
    },
  })
  if (!list) return null
  const judgedFor = judgedForSchema.safeParse(list.judgedFor).data
  const isJudged = list.state === 'judged'
  return {
    id,
    source: list.source as ListSource,
    fileName: list.fileName,
    state: list.state as ListState,
    problem: listProblemSchema.safeParse(list.problem).data ?? null,
    bytesTotal: list.bytesTotal === null ? null : Number(list.bytesTotal),
    bytesRead: Number(list.bytesRead),
    lineCount: list.lineCount,
    columns: list.columns,
    firstRows: list.rows.map(({ cells }) => cells),
    mapping: recipientMappingSchema.safeParse(list.mapping).data ?? null,
    progress: await progressOf(list),
    revision: list.revision,
    verdicts: isJudged ? toCounts(list.verdicts) : null,
    repairedCount: (isJudged && judgedFor?.repairedCount) || 0,
    worst: (isJudged && judgedFor?.worst) || null,
    expiringBeforeTurn: isJudged && pace ? await countExpiring(id, pace) : null,
    firstClosesAt: isJudged ? await readFirstClosing(id) : null,
    messageHash: judgedFor?.messageHash ?? null,
    createdAt: list.createdAt.toISOString(),
    expiresAt: list.expiresAt.toISOString(),
  }
}

function toCounts(stored: unknown): VerdictCounts {
  const counts = stored && typeof stored === 'object' ? new Map(Object.entries(stored)) : new Map<string, unknown>()
  return Object.fromEntries(VERDICTS.map((verdict) => [verdict, Number(counts.get(verdict) ?? 0)])) as VerdictCounts
}

type Progressing = {
  id: string
  state: string
  bytesRead: bigint
  bytesTotal: bigint | null
  judgedLine: number
}

async function progressOf({ id, state, bytesRead, bytesTotal, judgedLine }: Progressing): Promise<number | null> {
  if (state === 'reading') return bytesTotal ? Math.min(1, Number(bytesRead) / Number(bytesTotal)) : null
  if (state !== 'judging') return null
  const last = await db().recipientListRow.aggregate({ where: { listId: id }, _max: { line: true } })
  return Math.min(1, judgedLine / (last._max.line ?? 1))
}

async function readFirstClosing(listId: string): Promise<string | null> {
  const { _min } = await db().recipientListRow.aggregate({
    where: { listId, verdict: 'open' },
    _min: { windowClosesAt: true },
  })
  return _min.windowClosesAt?.toISOString() ?? null
}

/**
 * How many of the open windows of a judged list close before their turn, when it starts at once or at a moment and sends so
 * many a second, whoever has the least time first.
 */
export async function countExpiringBefore(actor: Actor, id: string, pace: Pace): Promise<number> {
  const own = await db().recipientList.count({ where: { id, ...listsOf(actor) } })
  return own > 0 ? countExpiring(id, pace) : 0
}

async function countExpiring(id: string, { perSecond, startsAt }: Pace): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select window_closes_at, row_number() over (order by window_closes_at, line) as turn
      from recipient_list_row where list_id = ${id}::uuid and verdict = 'open'
    ) ordered
    where window_closes_at < greatest(now(), ${startsAt ?? null}::timestamptz) + turn * interval '1 second' / ${perSecond}::float8`
  return row?.count ?? 0
}
