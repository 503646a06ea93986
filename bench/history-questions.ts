import type pg from 'pg'
import { systemActor } from '@/lib/auth/system-actor'
import type { MessageFilters } from '@/lib/domain/message-filters'
import type { SendFilters } from '@/lib/domain/send-filters'
import { getChoices } from '@/lib/queries/choices'
import { countMessages } from '@/lib/queries/message-count'
import { listMessages } from '@/lib/queries/messages'
import { listRecipients } from '@/lib/queries/recipients'
import { getSend, listSends } from '@/lib/queries/sends'
import { getStartPage } from '@/lib/queries/start-page'

/**
 * @property app the app's own function, asked for the i-th time
 * @property bare the same answer in one statement, as somebody would write it by hand
 */
export type Asked = {
  name: string
  app: (i: number) => Promise<unknown>
  bare?: (i: number) => [text: string, values: unknown[]]
  aim: { buffers?: number; p95?: number }
}

const actor = systemActor('worker')
const PAGE = { buffers: 60, p95: 10 }
const DIGITS = { p95: 25 }
const TEXT = { p95: 10 }
const COUNT = { p95: 50 }

const COLUMNS = `r.id, r.send_id, r.created_at, r.phone, r.name, r.status, r.error_code, r.wamid, r.sent_at, r.delivered_at,
  r.read_at, r.replied_at, r.chose_row_id, s.gateway, s.is_test, t.name as template, u.name as sender,
  left(coalesce(s.message->>'header', s.message->>'body'), 400) as text`

/** One page by hand: the plain join that says what is wanted, and leaves the way to PostgreSQL. */
const byHand = (where: string, values: unknown[] = []): [string, unknown[]] => [
  `select ${COLUMNS} from recipient r join send s on s.id = r.send_id
   left join list_template t on t.id = s.template_id left join "user" u on u.id = s.created_by_id
   where not s.is_test and ${where} order by r.created_at desc, r.id desc limit 51`,
  values,
]

const one = <Row extends object>(rows: Row[], i: number): Row => {
  const row = rows[i % rows.length]
  if (!row) throw new Error('The history holds nothing to ask for')
  return row
}
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)

/** What the pages ask, of the history that is there. */
export async function questions(db: pg.Client): Promise<Asked[]> {
  const read = async <Row extends object>(sql: string) => (await db.query(sql)).rows as Row[]
  const places = await read<{ at: string; id: string }>(
    `select to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, id::text
     from recipient where id % (select greatest(count(*) / 50, 1) from recipient) = 7`,
  )
  const people = await read<{ key: string; name: string }>(
    'select key, name from person where name is not null order by md5(key) limit 50',
  )
  const wamids = await read<{ wamid: string }>('select wamid from recipient where id % 20011 = 5 and wamid is not null')
  const bigs = await read<{ id: string }>(
    'select id from send where recipient_count = 5000 order by md5(id::text) limit 20',
  )
  const templates = await read<{ id: string; n: number }>(
    'select template_id as id, count(*)::int as n from send where template_id is not null group by 1 order by 2 desc',
  )
  const senders = await read<{ id: string }>('select id from "user"')
  const rare = await read<{ word: string }>(
    "select substring(search_text from 'aviso ([0-9a-f]{32})') as word from send order by md5(id::text) limit 30",
  )
  const place = (i: number) => {
    const { at, id } = one(places, i)
    return { createdAt: at, id }
  }
  const digits = (length: number) => (i: number) => one(people, i).key.slice(13 - length)

  type Of = (i: number) => MessageFilters
  const list = (name: string, of: Of, aim: Asked['aim'], bare?: Asked['bare']): Asked => ({
    name,
    app: (i) => listMessages(actor, of(i)),
    aim,
    ...(bare && { bare }),
  })
  const deep = (name: string, of: Of, aim: Asked['aim'], bare?: Asked['bare']): Asked => ({
    name: `${name}, at any depth`,
    app: (i) => listMessages(actor, of(i), place(i)),
    aim,
    ...(bare && { bare }),
  })
  const count = (name: string, of: Of, aim: Asked['aim'] = COUNT): Asked => ({
    name: `count: ${name}`,
    app: (i) => countMessages(actor, of(i)),
    aim,
  })
  const sends = (name: string, of: (i: number) => SendFilters, aim: Asked['aim'] = PAGE): Asked => ({
    name: `sends: ${name}`,
    app: (i) => listSends(actor, of(i)),
    aim,
  })
  const template = (i: number) => ({ template: one(templates, i).id })
  const sender = (i: number) => ({ sender: one(senders, i).id })
  const send = (i: number) => ({ send: one(bigs, i).id })
  const after = (i: number) => [place(i).createdAt, place(i).id]
  const AFTER = '(r.created_at, r.id) < ($1::timestamptz, $2::bigint)'

  return [
    list(
      'newest',
      () => ({}),
      PAGE,
      () => byHand('true'),
    ),
    deep(
      'everything',
      () => ({}),
      PAGE,
      (i) => byHand(AFTER, after(i)),
    ),
    ...(['read', 'failed', 'queued', 'canceled'] as const).flatMap((status) => [
      list(
        `status ${status}`,
        () => ({ status }),
        PAGE,
        () => byHand('r.status = $1', [status]),
      ),
      deep(
        `status ${status}`,
        () => ({ status }),
        PAGE,
        (i) => byHand(`${AFTER} and r.status = $3`, [...after(i), status]),
      ),
    ]),
    list(
      'failed, one day',
      (i) => ({ status: 'failed', from: day(5 * i), to: day(5 * i) }),
      PAGE,
      (i) => byHand("r.status = 'failed' and r.created_at >= $1::date and r.created_at < $1::date + 1", [day(5 * i)]),
    ),
    list('read, 30 days', (i) => ({ status: 'read', from: day(10 * i + 30), to: day(10 * i) }), PAGE),
    list(
      'code 131047',
      () => ({ code: 131047 }),
      PAGE,
      () => byHand('r.error_code = 131047'),
    ),
    deep('code 131047', () => ({ code: 131047 }), PAGE),
    list('template', template, PAGE, (i) => byHand('s.template_id = $1', [template(i).template])),
    deep('template', template, PAGE, (i) =>
      byHand(`${AFTER} and s.template_id = $3`, [...after(i), template(i).template]),
    ),
    list('tag', () => ({ tag: 'agenda' }), PAGE),
    deep('tag', () => ({ tag: 'agenda' }), PAGE),
    list('sender', sender, PAGE, (i) => byHand('s.created_by_id = $1', [sender(i).sender])),
    deep('sender', sender, PAGE),
    list('gateway vectalk', () => ({ gateway: 'vectalk' }), PAGE),
    list('gateway sandbox', () => ({ gateway: 'sandbox' }), PAGE),
    ...(['open', 'closed', 'unknown'] as const).map((window) => list(`window ${window}`, () => ({ window }), PAGE)),
    list(
      'replied',
      () => ({ replied: 'yes' }),
      PAGE,
      () => byHand('r.replied_at is not null'),
    ),
    deep('replied', () => ({ replied: 'yes' }), PAGE),
    deep('not replied', () => ({ replied: 'no' }), PAGE),
    list('with tests', () => ({ tests: 'shown' }), PAGE),
    list('one Send', send, PAGE, (i) => byHand('r.send_id = $1', [send(i).send])),
    list('one Send, failed', (i) => ({ ...send(i), status: 'failed' }), PAGE),
    list('one Send, read', (i) => ({ ...send(i), status: 'read' }), PAGE),
    list('one Send, code', (i) => ({ ...send(i), code: 131026 }), PAGE),
    list('one Send, replied', (i) => ({ ...send(i), replied: 'yes' }), PAGE),
    list('one Send, one row', (i) => ({ ...send(i), row: 'row_3' }), PAGE),
    list('template, failed', (i) => ({ ...template(i), status: 'failed' }), TEXT),
    list('template, read, 30 days', (i) => ({ ...template(i), status: 'read', from: day(60), to: day(30) }), TEXT),
    list('template, replied', (i) => ({ ...template(i), replied: 'yes' }), TEXT),
    list('sender, code', (i) => ({ ...sender(i), code: 131049 }), TEXT),
    list('failed, window closed', () => ({ status: 'failed', window: 'closed' }), TEXT),
    list('queued, replied', () => ({ status: 'queued', replied: 'yes' }), TEXT),
    ...[4, 6, 8, 11].map((length) =>
      list(
        `phone, ${length} digits`,
        (i) => ({ q: digits(length)(i) }),
        DIGITS,
        (i) => byHand('r.person in (select key from person where search_text like $1)', [`%${digits(length)(i)}%`]),
      ),
    ),
    list('phone, 2 digits', (i) => ({ q: String(10 + i) }), DIGITS),
    deep('phone, 4 digits', (i) => ({ q: digits(4)(i) }), DIGITS),
    list('name, one person', (i) => ({ q: one(people, i).name }), DIGITS),
    list('name, thousands', () => ({ q: 'maria silva' }), DIGITS),
    list('name, everybody', () => ({ q: 'a' }), DIGITS),
    list('name of nobody', (i) => ({ q: `zq${i}x` }), DIGITS),
    list(
      'wamid',
      (i) => ({ q: one(wamids, i).wamid }),
      PAGE,
      (i) => byHand('r.wamid = $1', [one(wamids, i).wamid]),
    ),
    list('wamid, its beginning', (i) => ({ q: one(wamids, i).wamid.slice(0, 26) }), PAGE),
    list(
      'text, one Send',
      (i) => ({ q: one(rare, i).word }),
      TEXT,
      (i) => byHand('s.search_text like $1', [`%${one(rare, i).word}%`]),
    ),
    list('text, 0.25 % of the Sends', () => ({ q: 'consórcio' }), TEXT),
    list(
      'text, 11 % of the Sends',
      () => ({ q: 'agenda' }),
      TEXT,
      () => byHand("s.search_text like '%agenda%'"),
    ),
    deep('text, 11 % of the Sends', () => ({ q: 'agenda' }), TEXT),
    deep('text, all Sends', () => ({ q: 'escolha como' }), TEXT),
    list('text and read, 30 days', () => ({ q: 'agenda', status: 'read', from: day(60), to: day(30) }), TEXT),
    list('text, rare, failed', () => ({ q: 'consórcio', status: 'failed' }), TEXT),
    count('everything', () => ({})),
    count('read', () => ({ status: 'read' })),
    count('failed', () => ({ status: 'failed' })),
    count('template', template),
    count('template, failed', (i) => ({ ...template(i), status: 'failed' })),
    count('one Send, read', (i) => ({ ...send(i), status: 'read' })),
    count('phone, 4 digits', (i) => ({ q: digits(4)(i) })),
    count('text, 11 % of the Sends', () => ({ q: 'agenda' })),
    sends('newest', () => ({})),
    ...(['read', 'failed', 'queued', 'sending'] as const).map((status) =>
      sends(`status ${status}`, () => ({ status })),
    ),
    sends('template', template),
    sends('sender', sender),
    sends('30 days', (i) => ({ from: day(10 * i + 30), to: day(10 * i) })),
    sends('state paused', () => ({ state: 'paused' })),
    sends('phone, 6 digits', (i) => ({ q: digits(6)(i) }), DIGITS),
    sends('phone, 4 digits', (i) => ({ q: digits(4)(i) }), DIGITS),
    sends('text, one Send', (i) => ({ q: one(rare, i).word }), TEXT),
    sends('text, 11 % of the Sends', () => ({ q: 'agenda' }), TEXT),
    { name: 'Send: itself and its counters', app: (i) => getSend(actor, one(bigs, i).id), aim: { p95: 10 } },
    { name: 'Send: its people', app: (i) => listRecipients(actor, one(bigs, i).id), aim: { p95: 10 } },
    { name: 'Send: what they chose', app: (i) => getChoices(actor, send(i)), aim: {} },
    { name: 'template: what they chose', app: (i) => getChoices(actor, template(i)), aim: {} },
    { name: 'start page', app: () => getStartPage(actor), aim: {} },
  ]
}
