import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import type { ListMessage } from '@/lib/domain/list-message'
import { createTestDatabase } from '@/lib/testing/database'
import { makeSend, phones } from '@/lib/testing/send'
import { listChoiceOptions } from './choice-options'
import { getChoices } from './choices'

const database = createTestDatabase()
const actor = systemActor('worker')

const MESSAGE: ListMessage = {
  body: 'Como podemos ajudar?',
  button: 'Ver opções',
  sections: [
    {
      title: 'Financeiro',
      rows: [
        { id: 'via', title: 'Segunda via' },
        { id: 'prazo', title: 'Mais prazo' },
      ],
    },
    { title: 'Atendimento', rows: [{ id: 'gente', title: 'Falar com gente' }] },
  ],
}

type Answer = { status?: string; row?: string | null; after?: number }

/** Recipients in the order of their phones: each with its status, and after so many seconds its row, or null for a text. */
async function play(sendId: string, answers: Answer[]) {
  await database.query(
    `update recipient r set status = a.status::delivery_status, delivered_at = '2026-11-20T12:00:00Z',
       replied_at = case when a.replied then timestamptz '2026-11-20T12:00:00Z' + a.after * interval '1 second' end,
       chose_row_id = a.row_id,
       chose_at = case when a.row_id is not null then timestamptz '2026-11-20T12:00:00Z' + a.after * interval '1 second' end
     from unnest($2::text[], $3::boolean[], $4::text[], $5::int[]) with ordinality
       as a (status, replied, row_id, after, place),
       (select id, row_number() over (order by id) as place from recipient where send_id = $1) one
     where one.place = a.place and r.id = one.id`,
    [
      sendId,
      answers.map(({ status }) => status ?? 'read'),
      answers.map(({ row }) => row !== undefined),
      answers.map(({ row }) => row ?? null),
      answers.map(({ after }) => after ?? 0),
    ],
  )
}

const write = (sendId: string, texts: [text: string, person: string][]) =>
  database.query(
    `insert into inbound_message (wamid, gateway, person, kind, type, sent_at, send_id, text)
     select gen_random_uuid()::text, 'sandbox', p, 'text', 'text', now(), $1, t from unnest($2::text[], $3::text[]) as x (t, p)`,
    [sendId, texts.map(([text]) => text), texts.map(([, person]) => person)],
  )

async function makeTemplate(): Promise<string> {
  const id = randomUUID()
  await database.query(
    `insert into list_template (id, name, draft, search_text, updated_at) values ($1, 'Ajuda', '{}', '', now())`,
    [id],
  )
  return id
}

const ofTemplate = (id: string, version: number, sendIds: string[]) =>
  database.query('update send set template_id = $1, template_version = $2 where id = any($3::uuid[])', [
    id,
    version,
    sendIds,
  ])

const counts = (rows: { id: string; count: number }[] = []) =>
  Object.fromEntries(rows.map(({ id, count }) => [id, count]))

describe('what was chosen', () => {
  beforeEach(() => database.truncate())

  it('is told by row and section, with the time of the one in the middle', async () => {
    const sendId = await makeSend({ message: MESSAGE, phones: phones(9) })
    await play(sendId, [
      { row: 'via', after: 10 },
      { row: 'via', after: 30 },
      { row: 'via', after: 500 },
      { row: 'prazo', after: 60 },
      { row: 'gente', after: 90 },
      { row: null },
      {},
      { status: 'delivered' },
      { status: 'accepted' },
    ])
    const report = await getChoices(actor, { send: sendId })
    expect(report?.rows).toMatchObject([
      { id: 'via', title: 'Segunda via', section: 0, position: 0, count: 3, medianSeconds: 30 },
      { id: 'prazo', section: 0, position: 1, count: 1, medianSeconds: 60 },
      { id: 'gente', section: 1, position: 2, count: 1, medianSeconds: 90 },
    ])
    expect(report?.sections).toEqual([
      { title: 'Financeiro', count: 4, medianSeconds: 45 },
      { title: 'Atendimento', count: 1, medianSeconds: 90 },
    ])
    expect(report).toMatchObject({ medianSeconds: 60, isOrderStable: true, isRehearsal: true, isTest: false })
    expect(report?.totals).toEqual({ recipients: 9, got: 8, read: 7, readOnly: 1, replied: 6, chose: 5, typed: 1 })
  })

  it('counts who answered as one who got and read it, whatever their phone told', async () => {
    const sendId = await makeSend({ message: MESSAGE, phones: phones(3) })
    await play(sendId, [{ status: 'accepted', row: 'via' }, { status: 'delivered', row: null }, { status: 'failed' }])
    const report = await getChoices(actor, { send: sendId })
    expect(report?.totals).toEqual({ recipients: 3, got: 2, read: 2, readOnly: 0, replied: 2, chose: 1, typed: 1 })
  })

  it('has no time where nobody knows when it came, and none below zero', async () => {
    const sendId = await makeSend({ message: MESSAGE, phones: phones(2) })
    await play(sendId, [{ row: 'via' }, { row: 'prazo', after: -3 }])
    await database.query(`update recipient set delivered_at = null, settled_at = null where chose_row_id = 'via'`)
    const report = await getChoices(actor, { send: sendId })
    expect(report?.rows.map(({ medianSeconds }) => medianSeconds)).toEqual([null, 0, null])
  })

  it('of a template is summed by row ID over its versions, with every label that it had', async () => {
    const template = await makeTemplate()
    const renamed: ListMessage = {
      ...MESSAGE,
      sections: [
        {
          rows: [
            { id: 'gente', title: 'Atendente' },
            { id: 'via', title: 'Segunda via' },
          ],
        },
      ],
    }
    const first = await makeSend({ message: MESSAGE, phones: phones(3) })
    const second = await makeSend({ message: renamed, phones: phones(2) })
    await ofTemplate(template, 1, [first])
    await ofTemplate(template, 2, [second])
    await play(first, [{ row: 'gente' }, { row: 'prazo' }, { row: 'via' }])
    await play(second, [{ row: 'gente' }, {}])

    const report = await getChoices(actor, { template })
    expect(report).toMatchObject({ name: 'Ajuda', version: 2, sendCount: 2, isOrderStable: false })
    expect(report?.rows).toMatchObject([
      { id: 'gente', title: 'Atendente', otherTitles: ['Falar com gente'], position: 0, count: 2 },
      { id: 'via', otherTitles: [], position: 1, count: 1 },
      { id: 'prazo', title: 'Mais prazo', section: null, position: null, count: 1 },
    ])
    expect(report?.sections).toMatchObject([{ title: null, count: 3 }])
    expect(counts((await getChoices(actor, { template, version: 1 }))?.rows)).toEqual({ via: 1, prazo: 1, gente: 1 })
    expect((await listChoiceOptions(actor, { template })).versions).toEqual([
      { version: 2, sends: 1 },
      { version: 1, sends: 1 },
    ])
  })

  it('leaves tests out, and rehearsals where real ones are', async () => {
    const template = await makeTemplate()
    const test = await makeSend({ message: MESSAGE, phones: phones(1) })
    const rehearsal = await makeSend({ message: MESSAGE, phones: phones(2) })
    const real = await makeSend({ message: MESSAGE, phones: phones(3) })
    await ofTemplate(template, 1, [test, rehearsal, real])
    await database.query('update send set is_test = true where id = $1', [test])
    for (const id of [test, rehearsal, real]) await play(id, [{ row: 'via' }])
    expect(await getChoices(actor, { template })).toMatchObject({
      sendCount: 2,
      isRehearsal: true,
      totals: { chose: 2 },
    })

    await database.query(`update send set gateway = 'vectalk' where id = $1`, [real])
    expect(await getChoices(actor, { template })).toMatchObject({
      sendCount: 1,
      isRehearsal: false,
      rehearsalsLeftOut: 1,
      totals: { recipients: 3, chose: 1 },
    })
    expect(await getChoices(actor, { send: test })).toMatchObject({ isTest: true, totals: { chose: 1 } })
  })

  it('is of the Sends of whole days by the clock of São Paulo', async () => {
    const template = await makeTemplate()
    const late = await makeSend({ message: MESSAGE })
    await ofTemplate(template, 1, [late])
    await database.query(`update send set created_at = '2026-11-21T02:59:59Z' where id = $1`, [late])
    const find = (from: string, to: string) => getChoices(actor, { template, from, to })
    expect(await find('2026-11-20', '2026-11-20')).not.toBeNull()
    expect(await find('2026-11-21', '2026-11-22')).toBeNull()
  })

  it('is of the people of an audience alone, in one Send or in all that they got', async () => {
    const [inside = '', outside = ''] = phones(2)
    const audience = randomUUID()
    const contact = randomUUID()
    await database.query(`insert into audience (id, name, rule, updated_at) values ($1, 'VIP', 'null', now())`, [
      audience,
    ])
    const sendId = await makeSend({ message: MESSAGE, phones: [inside, outside] })
    await makeSend({ message: MESSAGE, phones: [outside] })
    const [{ person } = { person: '' }] = await database.query<{ person: string }>(
      'select person from recipient where phone = $1',
      [inside],
    )
    await database.query(
      `insert into contact (id, person, phone, search_text, updated_at) values ($1, $2, $3, '', now())`,
      [contact, person, inside],
    )
    await database.query('insert into audience_member (audience_id, contact_id) values ($1, $2)', [audience, contact])
    await play(sendId, [{ row: 'via' }, { row: 'prazo' }])
    await write(sendId, [
      ['boleto', person],
      ['pix', 'somebody'],
    ])
    for (const scope of [{ send: sendId, audience }, { audience }]) {
      const report = await getChoices(actor, scope)
      expect(counts(report?.rows)).toEqual({ via: 1, prazo: 0, gente: 0 })
      expect(report).toMatchObject({ sendCount: 1, totals: { recipients: 1, got: 1, replied: 1, chose: 1 } })
      expect(report?.typed.groups).toMatchObject([{ text: 'boleto', count: 1 }])
    }
    expect(await getChoices(actor, { audience: randomUUID() })).toBeNull()
  })

  it('comes with what was typed instead, grouped and matched to the rows', async () => {
    const sendId = await makeSend({ message: MESSAGE, phones: phones(1) })
    await write(sendId, [
      ['Boleto', 'a'],
      ['boleto!', 'b'],
      ['Boleto', 'a'],
      ['segunda via', 'c'],
    ])
    expect((await getChoices(actor, { send: sendId }))?.typed).toEqual({
      total: 4,
      isCut: false,
      groups: [
        { text: 'Boleto', count: 3, people: 2, match: { kind: 'none' } },
        { text: 'segunda via', count: 1, people: 1, match: { kind: 'row', rowId: 'via', how: 'same' } },
      ],
    })
  })

  it('can be asked of the Sends that somebody answered, newest first, and of the one that is open', async () => {
    const silent = await makeSend({ message: MESSAGE })
    const answered = await makeSend({ message: MESSAGE })
    await play(answered, [{ row: 'via' }])
    const ids = async (scope: { send?: string }) => (await listChoiceOptions(actor, scope)).sends.map(({ id }) => id)
    expect(await ids({})).toEqual([answered])
    expect(await ids({ send: silent })).toEqual([answered, silent])
    expect(await getChoices(actor, {})).toBeNull()
  })
})
