import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { windowClosesAtSql } from '@/lib/db/window-sql'
import type { Actor } from '@/lib/domain/actor'
import type {
  AnsweredRows,
  AnsweredSource,
  AnswerPeople,
  AnswerPeopleCount,
  AnswerScope,
} from '@/lib/domain/answer-people'
import type { GatewayKind } from '@/lib/domain/gateway'
import { answererWhere, scopeWhere } from './answer-people-sql'

const SOURCES = 40
/** Who answered longer ago is found by the history of Sends. */
const SOURCE_DAYS = 90
/** Rows that no Send of these had are not offered. */
const SENDS_READ = 200

/** How many people they are, each once, and how many of their windows are open. */
export async function countAnswerPeople(_actor: Actor, people: AnswerPeople): Promise<AnswerPeopleCount> {
  const [row] = await db().$queryRaw<(Omit<AnswerPeopleCount, 'firstClosesAt'> & { firstClosesAt: Date | null })[]>`
    select count(*)::int as count,
      count(*) filter (where c.opted_out_at is null and ${windowClosesAtSql} > now())::int as open,
      count(*) filter (where c.opted_out_at is null and ${windowClosesAtSql} <= now())::int as closed,
      count(*) filter (where c.opted_out_at is not null)::int as "optedOut",
      count(*) filter (where c.id is null)::int as "withoutContact",
      min(${windowClosesAtSql}) filter (where c.opted_out_at is null and ${windowClosesAtSql} > now()) as "firstClosesAt"
    from (select distinct r.person from recipient r where ${answererWhere(people)}) p
    left join contact c on c.person = p.person`
  return {
    count: row?.count ?? 0,
    open: row?.open ?? 0,
    closed: row?.closed ?? 0,
    optedOut: row?.optedOut ?? 0,
    withoutContact: row?.withoutContact ?? 0,
    firstClosesAt: row?.firstClosesAt?.toISOString() ?? null,
  }
}

type SourceRow = { sendId: string; name: string | null; text: string; at: Date; gateway: GatewayKind }

const SEND_SOURCE = Prisma.sql`
  select s.id as "sendId", t.name, left(coalesce(s.message ->> 'header', s.message ->> 'body'), 200) as text,
    s.created_at as at, s.gateway::text as gateway
  from send s left join list_template t on t.id = s.template_id`

const toSource = ({ sendId, name, text, at, gateway }: SourceRow): AnsweredSource => ({
  scope: { sendId },
  name: name ?? text.split('\n').find((line) => line.trim() !== '') ?? '',
  at: at.toISOString(),
  isRehearsal: gateway === 'sandbox',
})

/** The Sends that somebody read or answered lately, newest first, and then the templates that were sent lately. */
export async function listAnsweredSources(_actor: Actor): Promise<AnsweredSource[]> {
  const [sends, templates] = await Promise.all([
    db().$queryRaw<SourceRow[]>`
      ${SEND_SOURCE}
      where s.created_at > now() - ${SOURCE_DAYS} * interval '1 day' and not s.is_test and (
        exists (select from recipient r where r.send_id = s.id and r.replied_at is not null)
        or exists (select from recipient r where r.send_id = s.id and r.status = 'read'))
      order by s.created_at desc limit ${SOURCES}`,
    db().$queryRaw<{ id: string; name: string }[]>`
      select id, name from list_template
      where last_sent_at > now() - ${SOURCE_DAYS} * interval '1 day' order by last_sent_at desc limit ${SOURCES}`,
  ])
  const ofTemplate = ({ id, name }: { id: string; name: string }): AnsweredSource => ({
    scope: { templateId: id, version: null },
    name,
    at: null,
    isRehearsal: false,
  })
  return [...sends.map(toSource), ...templates.map(ofTemplate)]
}

/** What people did with one Send, or with all Sends of a template; null where there is none. */
export async function getAnsweredRows(_actor: Actor, scope: AnswerScope): Promise<AnsweredRows | null> {
  const source = await getSource(scope)
  if (!source) return null
  const [titles, counts, [read]] = await Promise.all([
    db().$queryRaw<{ id: string; title: string }[]>`
      select id, title from (
        select distinct on (one ->> 'id') one ->> 'id' as id, one ->> 'title' as title, place
        from (
          select s.message, s.created_at from send s where ${scopeWhere(scope)} order by s.created_at desc limit ${SENDS_READ}
        ) sent
        cross join lateral (
          select one, row_number() over (order by section_place, row_place) as place
          from jsonb_array_elements(sent.message -> 'sections') with ordinality as of_message (section, section_place),
            jsonb_array_elements(section -> 'rows') with ordinality as of_section (one, row_place)
        ) rows
        order by one ->> 'id', sent.created_at desc
      ) newest order by place, id`,
    db().$queryRaw<{ rowId: string | null; count: number }[]>`
      select r.chose_row_id as "rowId", count(distinct r.person)::int as count from recipient r
      where ${answererWhere({ scope, did: 'replied', rowId: null })} group by r.chose_row_id`,
    db().$queryRaw<{ count: number }[]>`
      select count(distinct r.person)::int as count from recipient r
      where ${answererWhere({ scope, did: 'readOnly', rowId: null })}`,
  ])
  const countOf = new Map(counts.map(({ rowId, count }) => [rowId, count]))
  return {
    source,
    rows: titles.map((row) => ({ ...row, count: countOf.get(row.id) ?? 0 })),
    typed: countOf.get(null) ?? 0,
    replied: counts.reduce((sum, { count }) => sum + count, 0),
    readOnly: read?.count ?? 0,
  }
}

async function getSource(scope: AnswerScope): Promise<AnsweredSource | null> {
  if ('sendId' in scope) {
    const [row] = await db().$queryRaw<SourceRow[]>`${SEND_SOURCE} where s.id = ${scope.sendId}::uuid`
    return row ? toSource(row) : null
  }
  const template = await db().listTemplate.findUnique({ where: { id: scope.templateId }, select: { name: true } })
  return template && { scope, name: template.name, at: null, isRehearsal: false }
}
