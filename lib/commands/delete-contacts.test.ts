import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { followableRecipients } from '@/lib/db/followable'
import { countTraces, getContact } from '@/lib/queries/contact-detail'
import { makeContacts, makePerson } from '@/lib/testing/contact'
import { createTestDatabase } from '@/lib/testing/database'
import { makeSend } from '@/lib/testing/send'
import { createAudience } from './create-audience'
import { deleteContacts } from './delete-contacts'

const database = createTestDatabase()
beforeEach(() => database.truncate())

const PHONE = '+5511999998888'
const OLD_SPELLING = '+551199998888'
const OTHER = '+5521988887777'

async function begin() {
  const actor = await makePerson()
  const [id = '', otherId = ''] = await makeContacts(actor, [{ name: 'Ana Beatriz', phone: PHONE }, { phone: OTHER }])
  return { actor, id, otherId }
}

/** Every text of every row of every table, as a dump would show it. */
async function dump(): Promise<string> {
  const tables = await database.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations'`,
  )
  let text = ''
  for (const { name } of tables) {
    const rows = await database.query<{ text: string }>(`select t::text as text from "${name}" t`)
    text += rows.map((row) => row.text).join('\n')
  }
  return text
}

const counts = () =>
  database.query('select status, sum(delta)::int as n from send_count group by status having sum(delta) <> 0')

describe('a person whose data is deleted', () => {
  it('is nowhere in the database any more, and the counts stay', async () => {
    const { actor, id } = await begin()
    for (const phone of [PHONE, OLD_SPELLING]) await makeSend({ phones: [phone, OTHER] })
    await database.query(
      `update recipient set status = 'accepted', name = 'Ana Beatriz', values = '{"nome":"Ana Beatriz"}', wa_id = substr(phone, 2),
         wamid = 'wamid.' || phone || send_id, answer = jsonb_build_object('input', phone), error_details = phone
       where person = '5511999998888'`,
    )
    await createAudience(actor, { id: randomUUID(), name: 'Todos', rule: null, memberIds: [id] })
    await database.query(
      `insert into tester (id, name, phone, person) values (gen_random_uuid(), 'x', $1, substr($1, 2))`,
      [PHONE],
    )
    await database.query(
      `insert into status_event (wamid, status, at, source, raw)
       select wamid, 'read', now(), 'webhook', answer from recipient where wamid is not null`,
    )
    await database.query(
      `insert into inbound_message (wamid, gateway, person, wa_id, profile_name, kind, type, sent_at, context_wamid, recipient_id,
         send_id, row_id, title, text, raw)
       select 'in.' || wamid, 'sandbox'::gateway, person, wa_id, name, 'listReply', 'interactive', now(), wamid, id, send_id, 'h_09', '9 horas',
         null, answer from recipient where wamid is not null
       union all select 'in.' || $1, 'sandbox', substr($1, 2), null, 'Ana Beatriz', 'text', 'text', now(), null, null, null, null, null,
         'oi', null`,
      [PHONE],
    )
    const before = await counts()

    expect(await countTraces(actor, [id])).toEqual({ sends: 2, waiting: 0, audiences: 1, listRows: 0 })
    expect(await deleteContacts(actor, { ids: [id] })).toEqual({ deleted: 1, leaving: 0 })
    expect(await getContact(actor, id)).toBeNull()
    const rest = await dump()
    for (const trace of ['99998888', 'Ana Beatriz']) expect(rest).not.toContain(trace)
    expect(rest).toContain(OTHER)
    expect(await counts()).toEqual(before)
    const [erased] = await database.query<{ people: number; rows: number }>(
      `select count(*)::int as rows, count(distinct person)::int as people from recipient where phone = 'removed'`,
    )
    expect(erased).toEqual({ rows: 2, people: 2 })
    expect(
      await database.query('select row_id, title, recipient_id is not null as linked from inbound_message'),
    ).toEqual(Array.from({ length: 2 }, () => ({ row_id: 'h_09', title: '9 horas', linked: true })))
  })

  it('gets nothing of what waits for them', async () => {
    const { actor, id } = await begin()
    await makeSend({ phones: [PHONE, OTHER] })
    expect(await countTraces(actor, [id])).toMatchObject({ waiting: 1 })
    await deleteContacts(actor, { ids: [id] })
    expect(await database.query(`select status from recipient order by status`)).toEqual([
      { status: 'queued' },
      { status: 'canceled' },
    ])
  })

  it('is in nothing that follows what failed to them', async () => {
    const { actor, id } = await begin()
    const send = await makeSend({ phones: [PHONE, OTHER] })
    await database.query(`update recipient set status = 'failed', sending_at = now()`)
    await deleteContacts(actor, { ids: [id] })
    const rest = await db().$queryRaw`select r.phone from ${followableRecipients(send, 'failed', [])}`
    expect(rest).toEqual([{ phone: OTHER }])
  })

  it('is kept while a message to them is leaving, since its answer would bring the number back', async () => {
    const { actor, id, otherId } = await begin()
    await makeSend({ phones: [PHONE] })
    await database.query(`update recipient set status = 'sending'`)
    expect(await deleteContacts(actor, { ids: [id, otherId] })).toEqual({ deleted: 1, leaving: 1 })
    expect(await getContact(actor, id)).not.toBeNull()
    expect(await database.query('select phone from recipient')).toEqual([{ phone: PHONE }])
  })

  it('is in no list of recipients, whether its lines were judged or not', async () => {
    const { actor, id } = await begin()
    const lists = await database.query<{ id: string }>(
      `insert into recipient_list (id, created_by_id, expires_at, source, state)
       select gen_random_uuid(), $1, now() + interval '1 day', 'file', s from unnest(array['judged', 'read']) s returning id`,
      [actor.userId],
    )
    const [judged, read] = lists.map((list) => list.id)
    await database.query(
      `insert into recipient_list_row (list_id, line, cells, person) values
         ($1, 1, '{"Ana","11 9999-8888"}', '5511999998888'), ($1, 2, '{"Bia"}', '5521988887777'),
         ($2, 1, '{"Ana","(11) 9999-8888"}', null), ($2, 2, '{"Bia","21 98888-7777"}', null)`,
      [judged, read],
    )
    await deleteContacts(actor, { ids: [id] })
    expect(await database.query('select line from recipient_list_row')).toEqual([{ line: 2 }, { line: 2 }])
  })
})
