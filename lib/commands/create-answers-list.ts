import { db } from '@/lib/db/client'
import { windowClosesAtSql } from '@/lib/db/window-sql'
import { type ActionResult, fail, succeed } from '@/lib/domain/action-result'
import type { UserActor } from '@/lib/domain/actor'
import type { AnswerPeople } from '@/lib/domain/answer-people'
import { variableNamed } from '@/lib/domain/mapping-guess'
import { LIST_LIMITS, type RecipientMapping } from '@/lib/domain/recipient-list'
import { VARIABLE_NAMES, type VariableName } from '@/lib/domain/variables'
import { answererWhere } from '@/lib/queries/answer-people-sql'
import { listContactFields } from '@/lib/queries/contact-fields'
import { startRecipientList } from './start-recipient-list'

const TRANSACTION = { maxWait: 10_000, timeout: 120_000 }

/** @property words what the list and its columns are called, in the person's language */
type AnswersListInput = {
  people: AnswerPeople
  words: { title: string; name: string; phone: string; variables: Record<VariableName, string> }
}

/**
 * Makes a list of who did this, whose window closes soonest first: name, phone, one's own columns of contacts, and what the
 * variables stood for when they were written to, where no such column does. Who opted out is left out when the list is
 * judged, where that is counted and said. Fails with `empty` or `tooMany`.
 */
export async function createAnswersList(
  actor: UserActor,
  { people, words }: AnswersListInput,
): Promise<ActionResult<{ id: string }, 'empty' | 'tooMany'>> {
  const fields = await listContactFields(actor)
  const variables = await listValues(people, fields)
  const list = await startRecipientList(actor, { source: 'send', fileName: words.title })
  const count = await db().$transaction(async (tx) => {
    const written = await tx.$executeRaw`
      insert into recipient_list_row (list_id, line, cells)
      select ${list.id}::uuid, row_number() over (order by ${windowClosesAtSql} nulls last, p.person),
        array[coalesce(nullif(c.name, ''), p.name, ''), p.phone]
          || array(select coalesce(c.fields ->> key, '')
            from unnest(${fields.map(({ key }) => key)}::text[]) with ordinality as own (key, place) order by place)
          || array(select coalesce(p.values ->> key, '')
            from unnest(${variables}::text[]) with ordinality as own (key, place) order by place)
      from (
        select distinct on (r.person) r.person, r.phone, coalesce(r.name, r.values ->> 'nome') as name, r.values
        from recipient r where ${answererWhere(people)} order by r.person, r.id desc
      ) p
      left join contact c on c.person = p.person
      limit ${LIST_LIMITS.lines + 1}`
    await tx.recipientList.update({
      where: { id: list.id },
      data: {
        state: 'read',
        lineCount: written,
        columns: [
          words.name,
          words.phone,
          ...fields.map(({ label }) => label),
          ...variables.map((name) => words.variables[name]),
        ],
        mapping: toMapping(fields, variables),
      },
    })
    return written
  }, TRANSACTION)
  if (count > 0 && count <= LIST_LIMITS.lines) return succeed(list)
  await db().recipientList.delete({ where: { id: list.id } })
  return count === 0 ? fail('empty') : fail('tooMany', { params: { max: LIST_LIMITS.lines } })
}

/** The variables that these people were written to with, but for their name and what a column of contacts is for. */
async function listValues(people: AnswerPeople, fields: { label: string }[]): Promise<VariableName[]> {
  const rows = await db().$queryRaw<{ name: string }[]>`
    select distinct jsonb_object_keys(r.values) as name from recipient r
    where ${answererWhere(people)} and r.values is not null`
  const known = new Set<string>(['nome', 'primeiro_nome', ...fields.flatMap(({ label }) => variableNamed(label) ?? [])])
  return VARIABLE_NAMES.filter((name) => !known.has(name) && rows.some((row) => row.name === name))
}

function toMapping(fields: { label: string }[], values: VariableName[]): RecipientMapping {
  const variables: RecipientMapping['variables'] = { nome: 0 }
  fields.forEach(({ label }, i) => {
    const variable = variableNamed(label)
    if (variable && variables[variable] === undefined) variables[variable] = i + 2
  })
  values.forEach((name, i) => {
    variables[name] = fields.length + i + 2
  })
  return { phone: 1, name: 0, variables, hasHeader: false }
}
