import pg from 'pg'
import { fold } from '@/lib/domain/fold'
import { type ListMessage, listMessageTexts } from '@/lib/domain/list-message'

/** A history of so many messages over 550 days: Sends of 5,000 and many small ones, to 200,000 people. */
const DAYS = 550
const PEOPLE = 200_000
const BIG = 5_000
/** Of each hundred messages so many are of the large Sends. */
const BIG_SHARE = 0.75
/** The small ones have 1 to 10 people. */
const SMALL = 5.5

const MESSAGE: ListMessage = {
  header: 'Como podemos ajudar?',
  body: '',
  footer: 'Responda quando quiser',
  button: 'Ver opções',
  sections: ['Pedido', 'Conta'].map((title, s) => ({
    title,
    rows: [1, 2, 3].map((r) => ({
      id: `row_${s * 3 + r}`,
      title: `Opção número ${s * 3 + r}`,
      description: 'Uma pessoa responde em poucos minutos',
    })),
  })),
}

type Statement = [what: string, sql: string]

const big = (messages: number) => Math.max(1, Math.round((messages * BIG_SHARE) / BIG))
const small = (messages: number) => Math.round((messages * (1 - BIG_SHARE)) / SMALL)

function statements(messages: number): Statement[] {
  const message = JSON.stringify(MESSAGE)
  const texts = fold(listMessageTexts(MESSAGE).join(' '))
  const sends = big(messages) + small(messages)
  return [
    ['chance', 'select setseed(0.42)'],
    [
      'users',
      `insert into "user" (id, name, email, updated_at)
       select md5('u' || i)::uuid, 'Pessoa ' || i, 'p' || i || '@example.com', now() from generate_series(1, 8) i`,
    ],
    [
      'templates',
      `insert into list_template (id, name, draft, search_text, tags, updated_at)
       select md5('t' || i)::uuid, 'Modelo ' || i, '{}', 'modelo ' || i,
         array[(array['Cobrança', 'Promoção', 'Agenda', 'Pesquisa', 'Entrega'])[1 + i % 5]], now()
       from generate_series(1, 40) i`,
    ],
    [
      'sends',
      `insert into send (id, idempotency_key, message, search_text, gateway, recipient_count, created_at, created_by_id,
         template_id, template_version, is_test, state, started_at, finished_at)
       select uuidv7(at - now()), 'bench' || i,
         jsonb_set('${message}'::jsonb, '{body}', to_jsonb(body)), concat_ws(' ', template, folded(body), '${texts}'),
         (case when at < now() - interval '520 days' then 'sandbox' else 'vectalk' end)::gateway, size, at,
         md5('u' || 1 + i % 8)::uuid, case when i % 10 < 8 then md5('t' || 1 + floor(40 * power(random(), 2)))::uuid end, 1,
         size < ${BIG} and i % 50 = 0, 'finished', at, at + interval '1 hour'
       from (
         select i, at, size, 'modelo ' || i % 40 as template, 'Olá! Escolha como prefere seguir, aviso ' || md5(i::text) ||
           case when i % 9 = 0 then ' da sua agenda' else '' end || case when i % 400 = 7 then ' sobre consórcio' else '' end as body
         from (
           select i, now() - random() * interval '${DAYS} days' as at,
             case when i <= ${big(messages)} then ${BIG} else 1 + floor(random() * 10)::int end as size
           from generate_series(1, ${sends}) i
         ) one
       ) made order by at`,
    ],
    [
      'who',
      `create temporary table who as
       select i, '55' || 11 + i % 89 || '9' || lpad(((i::bigint * 48271 * 7919) % 89999989 + 10000000)::text, 8, '0') as person,
         case when i % 5 > 0 then
           (array['Maria', 'José', 'Ana', 'João', 'Antônia', 'Francisco', 'Carla', 'Paulo', 'Lúcia', 'Zuleica'])[
             least(10, 1 + floor(10 * power((i * 7919 % 1000) / 1000.0, 1.5))::int)] || ' ' ||
           (array['Silva', 'Souza', 'Oliveira', 'Santos', 'Lima', 'Araújo', 'Gomes', 'Xavier'])[1 + i * 31 % 8] || ' ' ||
           upper(substr(md5(i::text), 1, 1)) || substr(md5(i::text), 2, 5)
         end as name
       from generate_series(0, ${PEOPLE - 1}) i`,
    ],
    ['who by number', 'create unique index on who (i)'],
    [
      'recipients',
      `insert into recipient (send_id, phone, person, name, status, wamid, created_at, settled_at, sent_at, delivered_at,
         read_at, failed_at, error_code, error_title, replied_at, chose_row_id, chose_at, window_closes_at, attempt)
       select send_id, '+' || person, person, name, status::delivery_status,
         case when status not in ('queued', 'failed', 'skipped', 'canceled', 'unconfirmed') then
           'wamid.' || translate(encode(convert_to(person || n::text, 'utf8'), 'base64'), E'\\n', '') end,
         at, at + interval '2 seconds',
         case when status in ('sent', 'delivered', 'read') then at + interval '3 seconds' end,
         case when status in ('delivered', 'read') then at + interval '5 seconds' end,
         case when status = 'read' then at + chance * interval '5 hours' end,
         case when status = 'failed' then at + interval '4 seconds' end,
         case when status = 'failed' then (array[131026, 131026, 131026, 131049, 131049, 131047, 130472])[1 + n % 7] end,
         case when status = 'failed' then 'Message undeliverable' end,
         case when status = 'read' and n % 4 = 0 then at + chance * interval '6 hours' end,
         case when status = 'read' and n % 4 = 0 and n % 7 > 0 then 'row_' || 1 + n % 6 end,
         case when status = 'read' and n % 4 = 0 and n % 7 > 0 then at + chance * interval '6 hours' end,
         case when n % 5 < 3 then at + chance * interval '23 hours' end, 1
       from (
         select s.id as send_id, s.created_at + j / 500 * interval '1 second' as at, who.person, who.name,
           row_number() over () as n, random() as chance,
           (array['read', 'delivered', 'sent', 'accepted', 'failed', 'skipped', 'canceled', 'unconfirmed', 'queued'])[
             width_bucket(random(), array[0, 0.3, 0.8, 0.86, 0.938, 0.978, 0.988, 0.993, 0.998])] as status
         from (select * from send order by created_at, id) s
         cross join lateral generate_series(1, s.recipient_count) j
         join who on who.i = (abs(hashtext(s.id::text))::bigint + j * 37) % ${PEOPLE}
       ) made`,
    ],
    [
      'people',
      `insert into person (key, phone, name, search_text)
       select person, '+' || person, name, folded(concat_ws(' ', name, person)) from who`,
    ],
    [
      'counters',
      'insert into send_count (send_id, status, delta) select send_id, status, count(*) from recipient group by 1, 2',
    ],
    [
      'answers',
      `insert into inbound_message (wamid, gateway, person, kind, type, sent_at, context_wamid, recipient_id, send_id,
         linked_by, row_id, title, text)
       select 'wamid.in' || r.id, s.gateway, r.person, case when r.chose_row_id is null then 'text' else 'listReply' end,
         case when r.chose_row_id is null then 'text' else 'interactive' end, r.replied_at, r.wamid, r.id, r.send_id,
         'context', r.chose_row_id, r.chose_row_id, case when r.chose_row_id is null then 'boleto' end
       from recipient r join send s on s.id = r.send_id where r.replied_at is not null`,
    ],
  ]
}

/** Fills an empty, migrated database. Its indexes are made once all is in. */
export async function seed(url: string, messages: number, tell: (what: string) => void): Promise<void> {
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  try {
    await db.query("set session_replication_role = replica; set work_mem = '256MB'; set maintenance_work_mem = '512MB'")
    const { rows } = await db.query<{ name: string; sql: string }>(
      `select indexname as name, indexdef as sql from pg_indexes
       where schemaname = 'public' and tablename in ('recipient', 'inbound_message') and indexname not like '%_pkey'`,
    )
    for (const { name } of rows) await db.query(`drop index "${name}"`)
    for (const [what, sql] of statements(messages)) {
      tell(what)
      await db.query(sql)
    }
    for (const { name, sql } of rows) {
      tell(name)
      await db.query(sql)
    }
    tell('vacuum')
    await db.query('vacuum (analyze)')
  } finally {
    await db.end()
  }
}
