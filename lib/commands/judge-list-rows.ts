import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { windowClosesAtSql } from '@/lib/db/window-sql'
import type { Actor } from '@/lib/domain/actor'
import type { DeliveryStatus } from '@/lib/domain/delivery-status'
import {
  type JudgedFor,
  judgedForSchema,
  type RecipientMapping,
  recipientMappingSchema,
} from '@/lib/domain/recipient-list'
import { tooLongSchema, type Verdict, type VerdictDetail } from '@/lib/domain/recipient-verdict'
import { type JudgedRow, rowJudge } from '@/lib/domain/row-judge'

const BATCH = 2_000

const TRANSACTION = { maxWait: 10_000, timeout: 60_000 }

/** Who is one of these may be sent to, or is known to have been: the same person further down is a duplicate. */
const COUNTS: Verdict[] = ['open', 'unknown', 'closed', 'optedOut', 'repeated']

/** They have it, or may have it, or it is on its way. */
const GOT_IT: DeliveryStatus[] = ['queued', 'leased', 'sending', 'accepted', 'sent', 'delivered', 'read', 'unconfirmed']

type Question = { id: string; mapping: RecipientMapping; judgedFor: JudgedFor; judgedLine: number }
type Line = { line: number; cells: string[] }

/** What the tables know of a person. Moments are ISO 8601. */
type Known = {
  person: string
  optedOutAt: string | null
  windowClosesAt: string | null
  isOpen: boolean | null
  earlierLine: number | null
  sendId: string | null
  sentAt: string | null
  status: DeliveryStatus | null
}

type Found = JudgedRow & { line: number; found: Verdict | null; about: VerdictDetail | null; closesAt: string | null }

/** @property done whether that was the list's last batch */
export type JudgedBatch = { listId: string; lines: number; done: boolean }

/**
 * Judges the next lines of one list that waits for it, whichever has come least far, so that a short one does not wait for
 * a long one. How far it has come is committed with them: a worker that dies leaves off at a line, where any other goes on,
 * and a newer question begins anew at the first.
 * @returns null where no list waits, or others are at work on all that do
 */
export async function judgeListRows(_actor: Actor, batch = BATCH): Promise<JudgedBatch | null> {
  return db().$transaction(async (tx) => {
    const question = await claimQuestion(tx)
    if (!question) return null
    const rows = await tx.recipientListRow.findMany({
      where: { listId: question.id, line: { gt: question.judgedLine } },
      orderBy: { line: 'asc' },
      take: batch,
      select: { line: true, cells: true },
    })
    if (rows.length > 0) await writeVerdicts(tx, question.id, await judge(tx, question, rows))
    const done = rows.length < batch
    const judgedLine = rows.at(-1)?.line ?? question.judgedLine
    if (done) await close(tx, question, judgedLine)
    else await tx.recipientList.update({ where: { id: question.id }, data: { judgedLine } })
    return { listId: question.id, lines: rows.length, done }
  }, TRANSACTION)
}

async function claimQuestion(tx: Prisma.TransactionClient): Promise<Question | null> {
  const [list] = await tx.$queryRaw<{ id: string; mapping: unknown; judged_for: unknown; judged_line: number }[]>`
    select id, mapping, judged_for, judged_line from recipient_list
    where state = 'judging' order by judged_line, id limit 1 for no key update skip locked`
  return list
    ? {
        id: list.id,
        mapping: recipientMappingSchema.parse(list.mapping),
        judgedFor: judgedForSchema.parse(list.judged_for),
        judgedLine: list.judged_line,
      }
    : null
}

async function judge(tx: Prisma.TransactionClient, question: Question, lines: Line[]): Promise<Found[]> {
  const { draft, values } = question.judgedFor
  const byItself = rowJudge(draft, question.mapping, values)
  const judged = lines.map(({ line, cells }) => ({ line, ...byItself(cells) }))
  const people = [...new Set(judged.flatMap(({ person }) => person ?? []))]
  const known = new Map((await readKnown(tx, question, people, lines[0]?.line ?? 0)).map((one) => [one.person, one]))
  const header = question.mapping.hasHeader && question.judgedLine === 0 ? lines[0]?.line : undefined
  const seen = new Map<string, number>()
  return judged.map((row): Found => {
    if (row.line === header) return { ...row, phone: null, person: null, found: null, about: null, closesAt: null }
    const one = row.person === null ? undefined : known.get(row.person)
    const earlier = row.person === null ? undefined : (seen.get(row.person) ?? one?.earlierLine ?? undefined)
    const { verdict, detail } = verdictOf(row, one, earlier)
    if (row.person !== null && earlier === undefined && COUNTS.includes(verdict)) seen.set(row.person, row.line)
    return { ...row, found: verdict, about: detail, closesAt: one?.windowClosesAt ?? null }
  })
}

/** The first of these that holds. What no mending of the list would change stands before what it would. */
function verdictOf(
  row: JudgedRow,
  known: Known | undefined,
  earlier: number | undefined,
): { verdict: Verdict; detail: VerdictDetail | null } {
  if (row.verdict === 'invalid') return { verdict: row.verdict, detail: row.detail }
  if (earlier !== undefined) return { verdict: 'duplicate', detail: { of: 'duplicate', line: earlier } }
  if (known?.optedOutAt) return { verdict: 'optedOut', detail: { of: 'optedOut', at: known.optedOutAt } }
  if (row.verdict) return { verdict: row.verdict, detail: row.detail }
  if (known?.sendId && known.sentAt && known.status) {
    const { sendId, sentAt: at, status } = known
    return { verdict: 'repeated', detail: { of: 'repeated', sendId, at, status } }
  }
  if (!known?.windowClosesAt) return { verdict: 'unknown', detail: null }
  return { verdict: known.isOpen ? 'open' : 'closed', detail: null }
}

/** A rehearsal in the sandbox has reached nobody: only Sends by the same gateway count, and no tests. */
const readKnown = (
  tx: Prisma.TransactionClient,
  { id, judgedFor: { templateId, messageHash, gateway } }: Question,
  people: string[],
  firstLine: number,
): Promise<Known[]> => tx.$queryRaw<Known[]>`
  select p.person, ${iso(Prisma.sql`c.opted_out_at`)} as "optedOutAt",
    ${iso(windowClosesAtSql)} as "windowClosesAt",
    ${windowClosesAtSql} > now() as "isOpen",
    earlier.line as "earlierLine", got.send_id as "sendId", ${iso(Prisma.sql`got.at`)} as "sentAt", got.status::text as status
  from unnest(${people}::text[]) as p (person)
  left join contact c on c.person = p.person
  left join lateral (
    select e.line from recipient_list_row e
    where e.list_id = ${id}::uuid and e.person = p.person and e.line < ${firstLine} and e.verdict = any(${COUNTS}::text[])
    order by e.line limit 1
  ) earlier on true
  left join lateral (
    select r.send_id, r.status, coalesce(r.settled_at, r.created_at) as at
    from recipient r join send s on s.id = r.send_id
    where r.person = p.person and r.status = any(${GOT_IT}::delivery_status[])
      and not s.is_test and s.gateway = ${gateway}::gateway
      and (s.message_hash = ${messageHash} or s.template_id = ${templateId}::uuid)
    order by r.id desc limit 1
  ) got on true
  where c.id is not null or earlier.line is not null or got.send_id is not null`

const iso = (moment: Prisma.Sql) => Prisma.sql`to_char((${moment}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

async function writeVerdicts(tx: Prisma.TransactionClient, listId: string, found: Found[]): Promise<void> {
  const json = (value: object | null) => (value === null ? null : JSON.stringify(value))
  await tx.$executeRaw`
    update recipient_list_row r
    set phone = v.phone, person = v.person, name = v.name, values = v.values::jsonb, repair = v.repair, verdict = v.verdict,
      detail = v.detail::jsonb, window_closes_at = v.closes_at::timestamptz
    from unnest(
      ${found.map(({ line }) => line)}::int[], ${found.map(({ phone }) => phone)}::text[],
      ${found.map(({ person }) => person)}::text[], ${found.map(({ name }) => name)}::text[],
      ${found.map(({ values }) => (Object.keys(values).length > 0 ? JSON.stringify(values) : null))}::text[],
      ${found.map(({ repair }) => repair)}::text[], ${found.map((row) => row.found)}::text[],
      ${found.map(({ about }) => json(about))}::text[], ${found.map(({ closesAt }) => closesAt)}::text[]
    ) as v (line, phone, person, name, values, repair, verdict, detail, closes_at)
    where r.list_id = ${listId}::uuid and r.line = v.line`
}

/** Counts what was found, and keeps what stands out. */
async function close(tx: Prisma.TransactionClient, { id, judgedFor }: Question, judgedLine: number): Promise<void> {
  const counted = await tx.$queryRaw<{ verdict: Verdict; count: number; repaired: number }[]>`
    select verdict, count(*)::int as count, count(repair)::int as repaired from recipient_list_row
    where list_id = ${id}::uuid and verdict is not null group by verdict`
  const [worst] = await tx.$queryRaw<{ line: number; detail: unknown }[]>`
    select line, detail from recipient_list_row where list_id = ${id}::uuid and verdict = 'tooLong'
    order by (detail ->> 'over')::int desc, line limit 1`
  const toBeSent: Verdict[] = ['open', 'unknown', 'closed', 'repeated']
  const detail = tooLongSchema.safeParse(worst?.detail).data
  const kept: JudgedFor = {
    ...judgedFor,
    repairedCount: counted.reduce((sum, one) => sum + (toBeSent.includes(one.verdict) ? one.repaired : 0), 0),
    worst: worst && detail ? { line: worst.line, detail } : null,
  }
  await tx.recipientList.update({
    where: { id },
    data: {
      state: 'judged',
      judgedLine,
      judgedFor: kept,
      verdicts: Object.fromEntries(counted.map(({ verdict, count }) => [verdict, count])),
    },
  })
}
