import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Problem } from '../scripts/problem'
import { step } from '../scripts/step.mjs'
import { fullMessage } from './full-message'
import { percentile } from './percentile'
import { memoryOf } from './process-cost'
import { bench, type Site } from './site'

const { values } = parseArgs({ args: process.argv.slice(3), options: { minutes: { type: 'string', default: '15' } } })
const MINUTES = Number(values.minutes)
/** People a minute, in Sends of so many. */
const PEOPLE = 600
const SENDS_A_MINUTE = 2
const READS_EVERY_MS = 400
const LOOKS_EVERY_MS = 15_000
/** Next names its server's process itself. */
const PROGRAMS = { web: 'next-server', worker: 'worker.mjs', sandbox: 'sandbox.mjs' }
const NAMES = Object.keys(PROGRAMS)

type Look = { at: number; bytes: Map<string, number> }

bench(
  async (site) => {
    const { db } = site
    await db.query(
      `insert into gateway_pace (gateway, per_second) select unnest(enum_range(null::gateway)), 60
       on conflict (gateway) do update set per_second = excluded.per_second`,
    )
    const looks: Look[] = []
    const readings: number[] = []
    const errors: string[] = []
    const until = Date.now() + MINUTES * 60_000
    const sends: string[] = []
    const made = async () => {
      for (let i = 0; Date.now() < until; i++) {
        sends.push(await recordSend(site, i, PEOPLE / SENDS_A_MINUTE))
        await wait(Math.max(0, Math.min(60_000 / SENDS_A_MINUTE, until - Date.now())))
      }
    }
    const read = async () => {
      for (let i = 0; Date.now() < until; i++) {
        const place = placesOf(sends.at(-1))[i % 8] ?? '/'
        const startedAt = performance.now()
        const answer = await fetch(site.url + place, {
          headers: { cookie: `${site.cookie.name}=${site.cookie.value}` },
        }).catch((error: unknown) => String(error))
        if (typeof answer === 'string' || !answer.ok) {
          errors.push(`${place}: ${typeof answer === 'string' ? answer : answer.status}`)
        } else await answer.text()
        readings.push(performance.now() - startedAt)
        await wait(READS_EVERY_MS)
      }
    }
    const look = async () => {
      while (Date.now() < until) {
        await wait(Math.min(LOOKS_EVERY_MS, Math.max(0, until - Date.now())))
        looks.push({ at: Date.now(), bytes: memoryByProgram(site) })
      }
    }
    const words = `${MINUTES} minutes of Sends, statuses, replies and readers`
    await step({ doing: words, done: words }, () => Promise.all([made(), read(), look()]))
    await step({ doing: 'waiting for the last ones', done: 'everybody reached' }, () => allGone(site))
    report(looks, readings)
    const { told, replies } = await recount(site)
    console.log(`${sends.length} Sends, ${told} statuses and ${replies} replies recorded; counters equal a recount`)
    if (errors.length > 0) throw new Problem(`${errors.length} readings failed, the first: ${errors[0]}`)
  },
  { SANDBOX_PLAYS: 'on' },
)

const placesOf = (send: string | undefined) =>
  send
    ? [
        '/',
        '/sends',
        `/sends/${send}`,
        '/messages',
        `/choices?send=${send}`,
        '/api/messages?q=7777',
        '/api/sends',
        '/contacts',
      ]
    : ['/', '/sends']

async function recordSend({ db }: Site, round: number, people: number): Promise<string> {
  const id = randomUUID()
  await db.query(
    `insert into send (id, idempotency_key, message, search_text, gateway, recipient_count)
     values ($1::uuid, $1, $2, '', 'sandbox', $3)`,
    [id, JSON.stringify(fullMessage()), people],
  )
  // Nobody twice within minutes, as the pair limit would hold them up.
  await db.query(
    `insert into recipient (send_id, phone, person)
     select $1::uuid, '+' || n, n::text from generate_series($2::bigint, $2::bigint + $3 - 1) n`,
    [id, 5_511_970_000_000 + (round % 20) * people, people],
  )
  await db.query("select pg_notify('recipient_queued', '')")
  return id
}

async function allGone({ db }: Site): Promise<void> {
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await wait(500)) {
    const { rowCount } = await db.query("select from recipient where status in ('queued', 'leased', 'sending') limit 1")
    if (rowCount === 0) return
  }
  throw new Problem('After two minutes some were still on their way.')
}

function memoryByProgram(site: Site): Map<string, number> {
  const found = new Map<string, number>()
  for (const { pid, command } of site.processes()) {
    const program = Object.entries(PROGRAMS).find(([, mark]) => command.includes(mark))?.[0]
    if (program) found.set(program, memoryOf([pid]))
  }
  return found
}

/** What grew between the first half, once it was warm, and the end. */
function report(looks: Look[], readings: number[]): void {
  console.log(
    `\nReaders: ${readings.length} pages and answers, p50 ${percentile(readings, 0.5).toFixed(0)} ms, p95 ${percentile(readings, 0.95).toFixed(0)} ms`,
  )
  const quarter = Math.max(1, Math.floor(looks.length / 4))
  const middle = (some: Look[], name: string) =>
    percentile(
      some.map(({ bytes }) => bytes.get(name) ?? 0),
      0.5,
    ) / 1e6
  for (const name of NAMES) {
    const second = looks.slice(quarter, 2 * quarter)
    const last = looks.slice(-quarter)
    const hours = ((last[0]?.at ?? 0) - (second[0]?.at ?? 0)) / 3_600_000
    const grown = middle(last, name) - middle(second, name)
    const slope = hours > 0 ? `${(grown / hours).toFixed(0)} MB an hour` : 'too short to tell'
    console.log(
      `${name.padEnd(8)} ${middle(last, name).toFixed(0).padStart(5)} MB, ${grown.toFixed(1)} more than before: ${slope}`,
    )
  }
}

/** In one statement, since statuses go on coming. */
async function recount({ db }: Site): Promise<{ told: number; replies: number }> {
  const { rows } = await db.query(
    `select (select count(*)::int from status_event) as told,
       (select count(*)::int from inbound_message) as replies,
       (select count(*)::int from recipient where wamid is null and status not in ('failed', 'unconfirmed')) as lost,
       (select coalesce(sum(abs(coalesce(c.n, 0) - coalesce(r.n, 0))), 0)::int from
         (select send_id, status, sum(delta) as n from send_count group by 1, 2) c
         full join (select send_id, status, count(*) as n from recipient group by 1, 2) r using (send_id, status)) as off`,
  )
  const [found] = rows
  if (found.lost > 0 || found.off > 0) throw new Problem(`The recount differs: ${JSON.stringify(found)}`)
  if (found.told === 0 || found.replies === 0) throw new Problem('Nothing came back.')
  return found
}
