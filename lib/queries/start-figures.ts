import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import type { GatewayKind } from '@/lib/domain/gateway'
import { type BestRow, fillDays, rankRows, type StartPage, TREND_DAYS } from '@/lib/domain/start-page'

const DAYS = Math.max(...TREND_DAYS)
/** A Send that began in these days was made no longer before. */
const MADE_BEFORE_DAYS = 30

type Asked = { gateway: GatewayKind; timeZone: string; today: string }
type FigureRow = { source: string; day: string; sent: number; got: number; read: number }
type ChoiceRow = { source: string; day: string; rowId: string | null; chose: number }

type Figures = Pick<StartPage, 'bestRows' | 'trend'>

let kept: { of: string; at: number; figures: Promise<Figures> } | null = null

/**
 * The same as readFigures, and for so many milliseconds what it said last: a month of answers is counted once for all who
 * look at a page that is read again every few seconds.
 */
export async function readRecentFigures(actor: Actor, asked: Asked, maxAgeMs: number): Promise<Figures> {
  const of = JSON.stringify(asked)
  if (kept?.of === of && Date.now() - kept.at < maxAgeMs) return kept.figures
  const figures = readFigures(actor, asked)
  const mine = { of, at: Date.now(), figures }
  kept = mine
  figures.catch(() => {
    if (kept === mine) kept = null
  })
  return figures
}

/** The best rows and the trend of the last days: statuses from the counters, answers from their own index. */
export async function readFigures(_actor: Actor, asked: Asked): Promise<Figures> {
  const sent = sentSql(asked)
  const [figures, choices] = await Promise.all([
    db().$queryRaw<FigureRow[]>`
      with sent as materialized (${sent})
      select sent.source, sent.day,
        coalesce(sum(k.delta) filter (where k.status in ('accepted', 'sent', 'delivered', 'read')), 0)::int as sent,
        coalesce(sum(k.delta) filter (where k.status in ('delivered', 'read')), 0)::int as got,
        coalesce(sum(k.delta) filter (where k.status = 'read'), 0)::int as read
      from sent join send_count k on k.send_id = sent.id
      group by 1, 2`,
    db().$queryRaw<ChoiceRow[]>`
      with sent as materialized (${sent})
      select sent.source, sent.day, r.chose_row_id as "rowId", sum(r.n)::int as chose
      from sent cross join lateral (
        select o.chose_row_id, count(*) as n from recipient o
        where o.send_id = sent.id and o.replied_at is not null group by o.chose_row_id
      ) r
      group by 1, 2, 3`,
  ])
  const best = rankRows(
    figures,
    choices.flatMap(({ rowId, ...row }) => (rowId === null ? [] : [{ ...row, rowId }])),
  )
  const days = [...new Set(figures.map(({ day }) => day))].map((day) => {
    const ofDay = figures.filter((row) => row.day === day)
    const total = (of: 'sent' | 'read') => ofDay.reduce((sum, row) => sum + row[of], 0)
    const replied = choices.reduce((sum, row) => sum + (row.day === day ? row.chose : 0), 0)
    // Who answered has read it, though some phones never say so.
    return { day, sent: total('sent'), read: Math.max(total('read'), replied), replied }
  })
  return { bestRows: await nameRows(best, asked), trend: fillDays(days, asked.today, DAYS) }
}

/** The Sends that began in the last days, and whose list each was: its template's, or else its own. */
const sentSql = ({ gateway, timeZone, today }: Asked) => Prisma.sql`
  select s.id, coalesce(s.template_id, s.id)::text as source,
    to_char(coalesce(s.started_at, s.created_at) at time zone ${timeZone}, 'YYYY-MM-DD') as day
  from send s
  where s.created_at >= ${today}::date - ${DAYS + MADE_BEFORE_DAYS}::int
    and coalesce(s.started_at, s.created_at) >= (${today}::date - ${DAYS - 1}::int)::timestamp at time zone ${timeZone}
    and not s.is_test and s.gateway = ${gateway}::gateway`

type Ranked = ReturnType<typeof rankRows>[number]

/** By the words that the newest of its Sends had for the row. */
async function nameRows(rows: Ranked[], asked: Asked): Promise<BestRow[]> {
  const named = await Promise.all(
    rows.map(async ({ source, rowId, chose, got }): Promise<BestRow | null> => {
      const [found] = await db().$queryRaw<
        { sendId: string; templateId: string | null; name: string | null; text: string; title: string }[]
      >`
        select s.id as "sendId", s.template_id as "templateId", t.name, one ->> 'title' as title,
          left(coalesce(s.message ->> 'header', s.message ->> 'body'), 400) as text
        from send s left join list_template t on t.id = s.template_id,
          jsonb_array_elements(s.message -> 'sections') section, jsonb_array_elements(section -> 'rows') one
        where (s.template_id = ${source}::uuid or s.id = ${source}::uuid) and one ->> 'id' = ${rowId}
          and not s.is_test and s.gateway = ${asked.gateway}::gateway
        order by s.created_at desc limit 1`
      if (!found) return null
      const { sendId, templateId, name, text, title } = found
      const firstLine = text.split('\n').find((line) => line.trim() !== '') ?? ''
      return { source: { name: name ?? firstLine, templateId, sendId }, rowId, title, chose, got }
    }),
  )
  return named.filter((row) => row !== null)
}
