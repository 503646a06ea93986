import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { getKeepRules, previewKeepRules } from '@/lib/queries/keep-rules'
import { createTestDatabase } from '@/lib/testing/database'
import { expandAll, makeListSend, rowsOf } from '@/lib/testing/list-send'
import { MESSAGE, makeSend, phones } from '@/lib/testing/send'
import { anonymizeOld } from './anonymize-old'
import { expandFollowSend } from './expand-follow-send'
import { followSend } from './follow-send'
import { saveKeepRules } from './save-keep-rules'

const database = createTestDatabase()
const worker = systemActor('worker')
beforeEach(() => database.truncate())

const DAYS = 90
const ANA = '+5511987651234'
const BIA = '+5521976543210'
const NOTHING = { sends: 0, people: 0, strays: 0, lists: 0 }

const keep = (keepDays: number | null) => saveKeepRules(worker, { keepDays })

/** Lets it be as if all its people had got it, read it, and answered, and the Send had ended so many days ago. */
async function end(id: string, daysAgo: number): Promise<void> {
  await database.query(
    `update recipient set status = 'read', wamid = 'wamid.' || phone || send_id, wa_id = substr(phone, 2), name = 'Ana Beatriz',
       values = '{"nome":"Ana Beatriz"}', answer = jsonb_build_object('input', phone), error_code = 131026,
       error_title = 'Not delivered to +' || substr(phone, 2, 2) || ' ' || substr(phone, 4), error_details = phone,
       replied_at = now(), chose_row_id = 'h_09', chose_at = now(), settled_at = now()
     where send_id = $1`,
    [id],
  )
  await database.query(
    `insert into status_event (wamid, status, at, source, recipient_id, raw)
     select wamid, s, now(), 'webhook', id, jsonb_build_object('recipient_id', wa_id)
     from recipient, unnest(array['sent', 'read']) s where send_id = $1`,
    [id],
  )
  await database.query(
    `insert into inbound_message (wamid, gateway, person, wa_id, profile_name, kind, type, sent_at, context_wamid, recipient_id,
       send_id, linked_by, row_id, title, text, raw)
     select 'wamid.in' || kind || person || send_id, 'vectalk', person, wa_id, name, kind, 'x', now(), wamid, id, send_id, 'context',
       case kind when 'listReply' then 'h_09' end, case kind when 'listReply' then '9 horas' end,
       case kind when 'text' then 'sou eu, ' || phone end, jsonb_build_object('from', wa_id)
     from recipient, unnest(array['listReply', 'text']) kind where send_id = $1`,
    [id],
  )
  await database.query(
    `update send set state = 'finished', finished_at = now() - make_interval(days => $2), created_at = now() - make_interval(days => $2)
     where id = $1`,
    [id, daysAgo],
  )
}

/** Every text of every row of these tables, as a dump would show it. */
async function dump(...tables: string[]): Promise<string> {
  let text = ''
  for (const table of tables) {
    const rows = await database.query<{ text: string }>(`select t::text as text from "${table}" t`)
    text += rows.map((row) => row.text).join('\n')
  }
  return text
}
const TOUCHED = [
  'recipient',
  'person',
  'status_event',
  'inbound_message',
  'webhook_delivery',
  'recipient_list_row',
  'send',
]

/** All that a page counts. */
const figures = async () => [
  await database.query(
    `select send_id, status, sum(delta)::int as n from send_count group by 1, 2 having sum(delta) <> 0 order by 1, 2`,
  ),
  await database.query(
    `select send_id, status, chose_row_id, count(*)::int as n, count(replied_at)::int as replied, count(error_code)::int as refused
     from recipient group by 1, 2, 3 order by 1, 2, 3`,
  ),
  await database.query(
    `select send_id, kind, row_id, title, count(*)::int as n, count(distinct recipient_id)::int as people
     from inbound_message where send_id is not null group by 1, 2, 3, 4 order by 1, 2, 3`,
  ),
]

describe('a Send older than the days of keeping', () => {
  it('tells nobody any more who it went to, and all its counts stay', async () => {
    const id = await makeSend({ phones: [ANA, BIA] })
    await end(id, DAYS + 1)
    const before = await figures()
    await keep(DAYS)
    expect(await previewKeepRules(worker, DAYS)).toEqual({ sends: 1, people: 2, replies: 4 })
    expect(await anonymizeOld(worker)).toEqual({ ...NOTHING, sends: 1, people: 2 })
    const rest = await dump(...TOUCHED)
    for (const trace of ['87651234', '76543210', 'Ana', 'wamid.', 'sou eu']) expect(rest).not.toContain(trace)
    expect(await figures()).toEqual(before)
    const [send] = await database.query<{ body: string; at: Date | null }>(
      `select message->>'body' as body, anonymized_at as at from send`,
    )
    expect(send).toMatchObject({ body: MESSAGE.body, at: expect.any(Date) })
  })

  it('is done once: another round finds nothing, and changes nothing', async () => {
    await end(await makeSend({ phones: [ANA, BIA] }), DAYS + 1)
    await keep(DAYS)
    await anonymizeOld(worker)
    const once = await dump(...TOUCHED)
    expect(await anonymizeOld(worker)).toEqual(NOTHING)
    expect(await dump(...TOUCHED)).toBe(once)
    expect(await previewKeepRules(worker, DAYS)).toEqual({ sends: 0, people: 0, replies: 0 })
  })

  it('goes on where it was left between two batches, and nobody was erased by halves', async () => {
    await end(await makeSend({ phones: [ANA, BIA, '+5531912345678'] }), DAYS + 1)
    const before = await figures()
    await keep(DAYS)
    let looks = 0
    // Before the Send, before each batch: it ends after the first one.
    expect(await anonymizeOld(worker, { batch: 1, isStopping: () => ++looks > 2 })).toEqual({ ...NOTHING, people: 1 })
    expect(
      await database.query(
        `select r.phone = 'removed' as erased, count(m.raw)::int as raw, (count(r.wamid) > 0) as has_id
         from recipient r join inbound_message m on m.recipient_id = r.id group by r.id, r.phone order by 1`,
      ),
    ).toEqual([
      { erased: false, raw: 2, has_id: true },
      { erased: false, raw: 2, has_id: true },
      { erased: true, raw: 0, has_id: false },
    ])
    expect(await database.query('select 1 from send where anonymized_at is not null')).toEqual([])
    expect(await database.query('select 1 from person')).toHaveLength(2)
    expect(await anonymizeOld(worker, { batch: 1 })).toEqual({ ...NOTHING, sends: 1, people: 2 })
    expect(await figures()).toEqual(before)
  })

  it('may have been to one person only, whose message loses its text and keeps its rows', async () => {
    await end(
      await makeSend({ phones: [ANA], message: { ...MESSAGE, header: 'Para Ana', body: 'Oi, Ana Beatriz!' } }),
      DAYS + 1,
    )
    await keep(DAYS)
    await anonymizeOld(worker)
    expect(await dump('send')).not.toMatch(/ana/i)
    const [send] = await database.query<{ rows: unknown }>(`select message->'sections'->0->'rows' as rows from send`)
    expect(send?.rows).toEqual(MESSAGE.sections[0]?.rows)
  })
})

describe('who is kept', () => {
  it('is everybody while nobody has set a time, and after it was taken back', async () => {
    await end(await makeSend({ phones: [ANA] }), 3_000)
    const before = await dump(...TOUCHED)
    expect(await getKeepRules(worker)).toEqual({ keepDays: null })
    expect(await anonymizeOld(worker)).toEqual(NOTHING)
    await keep(DAYS)
    await keep(null)
    expect(await anonymizeOld(worker)).toEqual(NOTHING)
    expect(await dump(...TOUCHED)).toBe(before)
  })

  it('is who stands in a Send that is younger, or that has not ended', async () => {
    await end(await makeSend({ phones: [ANA] }), DAYS - 1)
    const running = await makeSend({ phones: [BIA] })
    await database.query(`update send set created_at = now() - interval '200 days' where id = $1`, [running])
    await keep(DAYS)
    expect(await anonymizeOld(worker)).toEqual(NOTHING)
    expect(await dump('recipient', 'person')).toMatch(/987651234.*976543210/s)
  })

  it('is who is being written to, although their Send was canceled long ago', async () => {
    const id = await makeSend({ phones: [ANA, BIA] })
    await end(id, DAYS + 1)
    await database.query(`update recipient set status = 'sending' where phone = $1`, [ANA])
    await keep(DAYS)
    expect(await anonymizeOld(worker)).toEqual(NOTHING)
  })

  it('is who is being taken up by a Send that follows', async () => {
    const id = await makeSend({ phones: [ANA, BIA] })
    await end(id, DAYS + 1)
    await database.query(`update recipient set status = 'failed', sending_at = now()`)
    const made = await followSend(worker, {
      sendId: id,
      how: 'failed',
      idempotencyKey: 'follow-it-1',
      gateway: 'sandbox',
      acknowledgedUncertain: false,
    })
    expect(made.ok).toBe(true)
    await keep(DAYS)
    expect(await anonymizeOld(worker)).toEqual(NOTHING)
    while (await expandFollowSend(worker));
    expect(await anonymizeOld(worker)).toMatchObject({ sends: 1, people: 2 })
    // The one that follows has them still, so they are found.
    expect(await database.query('select 1 from person')).toHaveLength(2)
  })

  it('is found by who they are as long as one younger Send has them', async () => {
    await end(await makeSend({ phones: [ANA, BIA] }), DAYS + 1)
    await end(await makeSend({ phones: [ANA] }), 1)
    await keep(DAYS)
    expect(await anonymizeOld(worker)).toMatchObject({ sends: 1, people: 2 })
    expect(await database.query('select phone from person')).toEqual([{ phone: ANA }])
  })
})

describe('two rounds at once', () => {
  it('beside Sends that are made to the same people erase each once, and lose nobody who is written to again', async () => {
    const people = phones(40)
    for (const daysAgo of [1, 2]) await end(await makeSend({ phones: people }), DAYS + daysAgo)
    const before = await figures()
    await keep(DAYS)
    const rounds = Promise.all([anonymizeOld(worker, { batch: 3 }), anonymizeOld(worker, { batch: 5 })])
    for (let i = 0; i < 4; i++) await makeSend({ phones: people.slice(10 * i, 10 * i + 10) })
    const [one, other] = await rounds
    expect([one.sends + other.sends, one.people + other.people]).toEqual([2, 80])
    expect(
      await database.query(`select count(*)::int as n from person p join recipient r on r.person = p.key`),
    ).toEqual([{ n: 40 }])
    await database.query(`delete from send where anonymized_at is null`)
    await database.query(`delete from send_count where send_id not in (select id from send)`)
    expect(await figures()).toEqual(before)
  })
})

describe('what belongs to no Send', () => {
  it('goes by its own age: messages, statuses of messages that were never ours, what nobody could read', async () => {
    await database.query(
      `insert into inbound_message (wamid, gateway, person, kind, type, sent_at, text)
       select 'wamid.' || d, 'vectalk', '5511987651234', 'text', 'text', now() - make_interval(days => d), 'oi'
       from unnest(array[$1::int - 1, $1 + 1, $1 + 2]) d`,
      [DAYS],
    )
    await database.query(
      `insert into status_event (wamid, status, at, received_at, source)
       select 'wamid.' || d, 'sent', now(), now() - make_interval(days => d), 'webhook' from unnest(array[$1::int - 1, $1 + 1]) d`,
      [DAYS],
    )
    await database.query(
      `insert into webhook_delivery (received_at, bytes, statuses, messages, repeated, unknown, unread)
       select now() - make_interval(days => d), 9, 0, 0, 0, 1, '{"from":"5511987651234"}' from unnest(array[$1::int - 1, $1 + 1]) d`,
      [DAYS],
    )
    await keep(DAYS)
    expect(await anonymizeOld(worker, { batch: 1 })).toEqual({ ...NOTHING, strays: 4 })
    expect(await database.query('select wamid from inbound_message')).toEqual([{ wamid: `wamid.${DAYS - 1}` }])
    expect(await database.query('select wamid from status_event')).toEqual([{ wamid: `wamid.${DAYS - 1}` }])
    expect(await database.query('select unread is null as gone from webhook_delivery order by received_at')).toEqual([
      { gone: true },
      { gone: false },
    ])
  })

  it('are lists of recipients too, however long they were to be kept', async () => {
    await makeListSend(rowsOf(3))
    await expandAll()
    await database.query(
      `update recipient_list set created_at = now() - interval '100 days', expires_at = now() + interval '9 days'`,
    )
    await keep(DAYS)
    expect(await anonymizeOld(worker)).toEqual({ ...NOTHING, lists: 1 })
    expect(await dump('recipient_list_row')).toBe('')
  })
})
