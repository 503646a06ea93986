import { db } from '@/lib/db/client'
import { withinDaysSql } from '@/lib/db/day-sql'
import { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import { type ChoiceReport, type ChoiceScope, type ChoiceTotals, TYPED_LIMIT } from '@/lib/domain/choice'
import { type Counted, tallyChoices } from '@/lib/domain/choice-tally'
import { groupTyped, type TypedText } from '@/lib/domain/choice-typed'
import type { GatewayKind } from '@/lib/domain/gateway'
import type { ListMessage } from '@/lib/domain/list-message'
import { savedAudienceWhere } from './audience-sql'
import { getAudienceRule } from './audiences'

/** Of so many different messages, the newest, the rows' labels are told. */
const MESSAGES = 200
/** A typed answer is told apart by its beginning. */
const TYPED_LENGTH = 300

type SendRow = { id: string; gateway: GatewayKind; is_test: boolean }
type MessageRow = {
  message: ListMessage
  created_at: Date
  template_version: number | null
  template_id: string | null
  template_name: string | null
}

/** What came back on the Sends of a scope, tests aside unless it names one; null where there is no such Send. */
export async function getChoices(actor: Actor, scope: ChoiceScope): Promise<ChoiceReport | null> {
  const audience = scope.audience ? await getAudienceRule(actor, scope.audience) : null
  if (scope.audience && !audience) return null
  const people = audience && savedAudienceWhere(audience)
  const found = await sendsOf(scope, people)
  // Rehearsals would water down what real people chose.
  const real = found.filter(({ gateway }) => gateway === 'vectalk')
  const sends = real.length > 0 ? real : found
  if (sends.length === 0) return null
  const ids = sends.map(({ id }) => id)
  const messages = await messagesOf(ids)
  const [newest] = messages
  if (!newest) return null
  const [totals, counted, typed] = await Promise.all([
    people ? totalsWithin(ids, people) : totalsOf(ids),
    countedOf(ids, newest.message, people),
    typedOf(ids, people),
  ])
  const tally = tallyChoices(
    messages.map(({ message }) => message),
    counted.byRow,
    counted.bySection,
  )
  return {
    scope,
    name: (scope.send ? null : scope.template && newest.template_name) || firstLine(newest.message),
    message: newest.message,
    sentAt: newest.created_at.toISOString(),
    version: newest.template_version,
    templateId: newest.template_id,
    sendCount: sends.length,
    isTest: sends.some((send) => send.is_test),
    isRehearsal: real.length === 0,
    rehearsalsLeftOut: found.length - sends.length,
    totals,
    ...tally,
    medianSeconds: counted.all.medianSeconds,
    typed: {
      groups: groupTyped(typed.slice(0, TYPED_LIMIT), tally.rows),
      total: Math.min(typed.length, TYPED_LIMIT),
      isCut: typed.length > TYPED_LIMIT,
    },
  }
}

const firstLine = ({ header, body }: ListMessage): string =>
  (header ?? body).split('\n').find((line) => line.trim() !== '') ?? ''

/** Whether the recipient `r` is one of those people. */
const isAmong = (person: Prisma.Sql, people: Prisma.Sql | null) =>
  people ? Prisma.sql`and exists (select 1 from contact c where c.person = ${person} and ${people})` : Prisma.empty
const recipientIsAmong = (people: Prisma.Sql | null) => isAmong(Prisma.sql`r.person`, people)

async function sendsOf(scope: ChoiceScope, people: Prisma.Sql | null): Promise<SendRow[]> {
  const { send, template, version, from, to } = scope
  const conditions = send ? [Prisma.sql`s.id = ${send}::uuid`] : [Prisma.sql`not s.is_test`]
  if (template) conditions.push(Prisma.sql`s.template_id = ${template}::uuid`)
  if (version) conditions.push(Prisma.sql`s.template_version = ${version}`)
  conditions.push(...withinDaysSql(Prisma.sql`s.created_at`, { from, to }))
  if (!send && !template) {
    if (!people) return []
    conditions.push(Prisma.sql`s.id in (
      select r.send_id from contact c join recipient r on r.person = c.person where ${people})`)
  }
  return db().$queryRaw<SendRow[]>`
    select s.id, s.gateway::text, s.is_test from send s where ${Prisma.join(conditions, ' and ')}`
}

/** Each different message once, as it was sent last; the newest first. */
const messagesOf = (ids: string[]) => db().$queryRaw<MessageRow[]>`
  select s.message, s.created_at, s.template_version, s.template_id, t.name as template_name
  from (
    select distinct on (coalesce(s.message_hash, s.id::text)) s.id, s.created_at from send s
    where s.id = any(${ids}::uuid[])
    order by coalesce(s.message_hash, s.id::text), s.created_at desc, s.id desc
  ) one
  join send s on s.id = one.id
  left join list_template t on t.id = s.template_id
  order by one.created_at desc, one.id desc limit ${MESSAGES}`

const NO_TOTALS: ChoiceTotals = { recipients: 0, got: 0, read: 0, readOnly: 0, replied: 0, chose: 0, typed: 0 }

/** From the counters, and of the recipients only those who answered. */
async function totalsOf(ids: string[]): Promise<ChoiceTotals> {
  const [[counts], [answers]] = await Promise.all([
    db().$queryRaw<{ recipients: number; delivered: number; read: number }[]>`
      select coalesce(sum(delta), 0)::int as recipients,
        coalesce(sum(delta) filter (where status = 'delivered'), 0)::int as delivered,
        coalesce(sum(delta) filter (where status = 'read'), 0)::int as read
      from send_count where send_id = any(${ids}::uuid[])`,
    db().$queryRaw<{ replied: number; chose: number; of_delivered: number; of_read: number }[]>`
      select count(*)::int as replied, count(r.chose_row_id)::int as chose,
        count(*) filter (where r.status = 'delivered')::int as of_delivered,
        count(*) filter (where r.status = 'read')::int as of_read
      from recipient r where r.send_id = any(${ids}::uuid[]) and r.replied_at is not null`,
  ])
  if (!counts || !answers) return NO_TOTALS
  const { replied, chose } = answers
  const readOnly = counts.read - answers.of_read
  return {
    recipients: counts.recipients,
    got: counts.delivered - answers.of_delivered + readOnly + replied,
    read: readOnly + replied,
    readOnly,
    replied,
    chose,
    typed: replied - chose,
  }
}

/** The same of some people alone: no counter knows them. */
async function totalsWithin(ids: string[], people: Prisma.Sql): Promise<ChoiceTotals> {
  const [totals] = await db().$queryRaw<Omit<ChoiceTotals, 'typed'>[]>`
    select count(*)::int as recipients,
      count(*) filter (where r.status in ('delivered', 'read') or r.replied_at is not null)::int as got,
      count(*) filter (where r.status = 'read' or r.replied_at is not null)::int as read,
      count(*) filter (where r.status = 'read' and r.replied_at is null)::int as "readOnly",
      count(r.replied_at)::int as replied,
      count(*) filter (where r.replied_at is not null and r.chose_row_id is not null)::int as chose
    from recipient r where r.send_id = any(${ids}::uuid[]) ${recipientIsAmong(people)}`
  return totals ? { ...totals, typed: totals.replied - totals.chose } : NO_TOTALS
}

type CountedRow = {
  row_id: string | null
  section: number | null
  is_row: boolean
  is_section: boolean
  count: number
  median: number | null
}

async function countedOf(ids: string[], { sections }: ListMessage, people: Prisma.Sql | null) {
  const places = sections.flatMap(({ rows }, s) => rows.map(({ id }) => ({ id, s })))
  const rows = await db().$queryRaw<CountedRow[]>`
    with place as (
      select * from unnest(${places.map(({ id }) => id)}::text[], ${places.map(({ s }) => s)}::int[]) as p (row_id, section)
    ), chosen as (
      select r.chose_row_id as row_id, p.section,
        extract(epoch from r.chose_at - coalesce(r.delivered_at, r.sent_at, r.settled_at))::float8 as seconds
      from recipient r left join place p on p.row_id = r.chose_row_id
      where r.send_id = any(${ids}::uuid[]) and r.replied_at is not null and r.chose_row_id is not null
        ${recipientIsAmong(people)}
    )
    select row_id, section, grouping(row_id) = 0 as is_row, grouping(section) = 0 as is_section, count(*)::int as count,
      percentile_cont(0.5) within group (order by seconds) as median
    from chosen group by grouping sets ((row_id), (section), ())`
  const byRow = new Map<string, Counted>()
  const bySection = new Map<number, Counted>()
  let all: Counted = { count: 0, medianSeconds: null }
  for (const row of rows) {
    // Two clocks may differ by a little: nobody chose before they had it.
    const counted = { count: row.count, medianSeconds: row.median === null ? null : Math.max(0, row.median) }
    if (row.is_row && row.row_id !== null) byRow.set(row.row_id, counted)
    else if (row.is_section) row.section !== null && bySection.set(row.section, counted)
    else all = counted
  }
  return { byRow, bySection, all }
}

/** The newest, and one more than are told, so that it shows whether any were left out. */
const typedOf = (ids: string[], people: Prisma.Sql | null) => db().$queryRaw<TypedText[]>`
  select left(i.text, ${TYPED_LENGTH}::int) as text, coalesce(i.person, i.wa_id, i.id::text) as person
  from inbound_message i
  where i.send_id = any(${ids}::uuid[]) and i.kind = 'text' and i.text is not null ${isAmong(Prisma.sql`i.person`, people)}
  order by i.id desc limit ${TYPED_LIMIT + 1}`
