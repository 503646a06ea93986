import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { WEBHOOK_PATH } from '@/lib/domain/webhook-settings'
import { build } from '../scripts/build/build'
import { findFreePort } from '../scripts/free-port'
import { applyMigrations, listMigrations } from '../scripts/migrations/apply'
import { startCluster } from '../scripts/postgres/cluster'
import { isForeseen, Problem, toLine } from '../scripts/problem'
import { end, endWhenAsked, isEnding, onEnd } from '../scripts/start/ending'
import { step } from '../scripts/step.mjs'
import { fullMessage } from './full-message'
import { percentile } from './percentile'
import { cpuOf } from './process-cost'
import { type Answers, Caller, type Told, tellAbout } from './webhook-load'

const SECRET = 'only-for-this-measurement'
const MIGRATIONS = path.resolve('prisma/migrations')
/** A Send goes on all the while, at the rate of an ordinary number. */
const SENDING = { people: 12_000, perSecond: 80 }
const PAGES = { messages: 1_800, perSecond: 300 }
const INTAKE = { messages: 12_000, inFlight: 256, paced: 6_000, perSecond: 3_300 }
/** One POST in so many is told twice. */
const REPEATED = 20

type Bed = { databaseUrl: string; db: pg.Client; witness: pg.Pool; postgres: number; programs: string; pages: string }
type Server = { child: ChildProcess; url: string }

async function spawn(
  program: string,
  words: string[],
  env: Record<string, string>,
): Promise<{ child: ChildProcess; said: unknown }> {
  const child = fork(program, words, {
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error', ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  onEnd(() => void child.kill('SIGKILL'))
  // Next's own server says nothing; it is asked until it answers.
  if (program.endsWith('web.mjs')) return { child, said: null }
  return new Promise((resolve, reject) => {
    child.once('message', (said) => resolve({ child, said }))
    child.once('exit', (code) => reject(new Problem(`${path.basename(program)} ended with ${code}.`)))
  })
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}

const settingsOf = (bed: Bed, port: number) => ({
  DATABASE_URL: bed.databaseUrl,
  APP_SECRET: 'only for this measurement, nothing secret here',
  WEBHOOK_APP_SECRET: SECRET,
  VECTALK_TOKEN: '',
  HOST: '127.0.0.1',
  HOSTNAME: '127.0.0.1',
  PORT: String(port),
  LISTAZAP_MIGRATIONS: listMigrations(MIGRATIONS).join(','),
})

async function startServer(bed: Bed, kind: 'web' | 'intake'): Promise<Server> {
  const port = await findFreePort()
  const words = kind === 'web' ? [bed.pages] : []
  const { child } = await spawn(path.join(bed.programs, `${kind}.mjs`), words, settingsOf(bed, port))
  const origin = `http://127.0.0.1:${port}`
  for (const deadline = Date.now() + 60_000; ; await wait(100)) {
    const health = await fetch(`${origin}/api/health`).catch(() => null)
    if (health?.ok) break
    if (Date.now() > deadline) throw new Problem(`The ${kind} server does not answer.`)
  }
  return { child, url: `${origin}${WEBHOOK_PATH}` }
}

/** A worker on a Send of its own, to a stand-in, at the pace of an ordinary number. */
async function startSending(bed: Bed): Promise<() => Promise<number>> {
  const standIn = await spawn(path.join(bed.programs, 'sandbox.mjs'), ['--port', '0', '--latency', '100'], {})
  const { port } = standIn.said as { port: number }
  await bed.db.query(
    `insert into gateway_pace (gateway, per_second) select unnest(enum_range(null::gateway)), $1
     on conflict (gateway) do update set per_second = excluded.per_second, share = 1, next_at = now()`,
    [SENDING.perSecond],
  )
  // The stand-in's list is left alone: here everything comes by webhook.
  await bed.db.query(
    `insert into webhook_settings (path_secret, verify_token, reads_list, updated_at) values ($1, $1, false, now())`,
    [randomUUID()],
  )
  const sendId = await recordSend(bed.db, SENDING.people, 'queued')
  const env = { ...settingsOf(bed, 0), PORT: '3000', ROLE: 'worker', SANDBOX_URL: `http://127.0.0.1:${port}` }
  const worker = await spawn(path.join(bed.programs, 'worker.mjs'), [], env)
  const startedAt = performance.now()
  return async () => {
    const { rows } = await bed.db.query(
      "select count(*)::int as n from recipient where send_id = $1 and status = 'accepted'",
      [sendId],
    )
    const perSecond = rows[0]?.n / ((performance.now() - startedAt) / 1000)
    await stop(worker.child)
    await stop(standIn.child)
    return perSecond
  }
}

/** A Send to so many people, queued or accepted; accepted ones have the wamid `<send>.<n>`. */
async function recordSend(db: pg.Client, people: number, status: 'queued' | 'accepted'): Promise<string> {
  const id = randomUUID()
  await db.query(
    `insert into send (id, idempotency_key, message, search_text, gateway, recipient_count)
     values ($1::uuid, $1, $2, '', 'sandbox', $3)`,
    [id, JSON.stringify(fullMessage()), people],
  )
  await db.query(
    `insert into recipient (send_id, phone, person, status, attempt, wamid, sending_at, settled_at)
     select $1::uuid, '+5511' || (900000000 + n), '5511' || (900000000 + n), $3::delivery_status, 1,
       case when $3 = 'accepted' then $1 || '.' || n end, now(), now()
     from generate_series(0, $2 - 1) n`,
    [id, people, status],
  )
  await db.query('analyze recipient')
  return id
}

/** A queue as it comes in from WhatsApp: one thing a POST, near enough in order, some twice. */
function queueOf(sendId: string, messages: number): Told[] {
  const told = Array.from({ length: messages }, (_, i) => tellAbout(`${sendId}.${i}`, i, SECRET))
  const mixed = told.flatMap((story, i) => story.map((one, n) => ({ one, at: i + n * 200 + Math.random() * 300 })))
  const repeated = mixed.flatMap(({ one, at }, i) => (i % REPEATED ? [] : [{ one, at: at + Math.random() * 500 }]))
  return [...mixed, ...repeated].sort((a, b) => a.at - b.at).map(({ one }) => one)
}

/** Seen from connections of our own, as soon as it was answered. */
async function isRecorded(db: pg.Pool, { key }: Told): Promise<boolean> {
  const [wamid, status] = key.split(' ')
  const { rowCount } = await db.query(
    `select from status_event where wamid = $1 and status = $2
     union all select from inbound_message where context_wamid = $1 and $2 = 'reply'`,
    [wamid, status],
  )
  return rowCount === 1
}

/** Everything recorded once, every recipient where it belongs, every counter as a recount has it. */
async function recount(db: pg.Client, sendId: string, told: Told[]): Promise<void> {
  const keys = new Set(told.map(({ key }) => key))
  const replies = [...keys].filter((key) => key.endsWith(' reply')).length
  const { rows } = await db.query(
    `select (select count(*)::int from status_event where wamid like $1 || '.%') as events,
       (select count(distinct (wamid, status))::int from status_event where wamid like $1 || '.%') as once,
       (select count(*)::int from inbound_message where send_id = $1::uuid and linked_by = 'context') as replies,
       (select count(*)::int from recipient where send_id = $1::uuid and status = 'read' and read_at is not null) as read,
       (select count(*)::int from recipient where send_id = $1::uuid and chose_row_id = 'first') as chose,
       (select count(*)::int from recipient where send_id = $1::uuid) as people,
       (select coalesce(sum(abs(c.n - r.n)), 0)::int from
         (select status, sum(delta) as n from send_count where send_id = $1::uuid group by 1) c
         full join (select status, count(*) as n from recipient where send_id = $1::uuid group by 1) r using (status)
         where coalesce(c.n, 0) <> coalesce(r.n, 0)) as off`,
    [sendId],
  )
  const [found] = rows
  const events = keys.size - replies
  const wanted = { events, once: events, replies, read: found.people, chose: replies, people: found.people, off: 0 }
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    throw new Problem(`The recount differs: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}.`)
  }
}

async function openBed(): Promise<Bed> {
  const { programs, pages } = await build({ pages: true })
  const home = path.resolve('node_modules/.cache/listazap-bench', String(process.pid))
  fs.mkdirSync(home, { recursive: true })
  const cluster = await step({ doing: 'starting a database', done: 'database started' }, () =>
    startCluster({ dataDir: home }),
  )
  onEnd(() => fs.rmSync(home, { recursive: true, force: true }))
  onEnd(cluster.stop)
  await applyMigrations({ url: cluster.url, folder: MIGRATIONS })
  const db = new pg.Client({ connectionString: cluster.url })
  await db.connect()
  onEnd(() => db.end())
  const witness = new pg.Pool({ connectionString: cluster.url, max: 4 })
  onEnd(() => witness.end())
  return { databaseUrl: cluster.url, db, witness, postgres: cluster.pid, programs, pages: pages ?? '' }
}

const line = (name: string, { perSecond, ms }: Answers, more = '') =>
  console.log(
    `${name.padEnd(44)}${perSecond.toFixed(0).padStart(7)}/s   p50 ${percentile(ms, 0.5).toFixed(1).padStart(6)} ms   ` +
      `p99 ${percentile(ms, 0.99).toFixed(0).padStart(5)} ms   most ${Math.max(...ms)
        .toFixed(0)
        .padStart(5)} ms${more}`,
  )

async function bareIntake(told: Told[]): Promise<Answers> {
  const { child, said } = await spawn(path.resolve('bench/bare-intake.mjs'), [], { SECRET })
  const caller = new Caller(`http://127.0.0.1:${(said as { port: number }).port}/`, INTAKE.inFlight)
  const answers = await caller.asMany(told, INTAKE.inFlight)
  await caller.close()
  await stop(child)
  return answers
}

async function measure(): Promise<void> {
  const bed = await openBed()
  const load = () => `load ${os.loadavg()[0]?.toFixed(1)} on ${os.cpus().length} cores`
  console.log(
    `\nOne thing a POST, signed, each ${REPEATED}th told twice; a Send goes on at ${SENDING.perSecond}/s; ${load()}`,
  )
  const finishSending = await startSending(bed)
  await onPages(bed)
  await onIntake(bed)
  console.log(
    `The Send went on at ${(await finishSending()).toFixed(0)}/s. Nothing lost, nothing doubled, counters equal a recount; ${load()}`,
  )
}

async function onPages(bed: Bed): Promise<void> {
  const sendId = await recordSend(bed.db, PAGES.messages, 'accepted')
  const told = queueOf(sendId, PAGES.messages)
  const server = await startServer(bed, 'web')
  const caller = new Caller(server.url, 64, (one) => isRecorded(bed.witness, one))
  await caller.asMany(told.slice(0, 200), 4)
  line(`pages' server at ${PAGES.perSecond}/s`, await caller.atPace(told.slice(200), PAGES.perSecond))
  await caller.close()
  await stop(server.child)
  await recount(bed.db, sendId, told)
}

async function onIntake(bed: Bed): Promise<void> {
  const [full, paced] = [
    await recordSend(bed.db, INTAKE.messages, 'accepted'),
    await recordSend(bed.db, INTAKE.paced, 'accepted'),
  ]
  const [many, steady] = [queueOf(full, INTAKE.messages), queueOf(paced, INTAKE.paced)]
  const bare = await bareIntake(many)
  line('bare: HTTP, signature, JSON, nothing kept', bare)
  const server = await startServer(bed, 'intake')
  const caller = new Caller(server.url, INTAKE.inFlight, (one) => isRecorded(bed.witness, one))
  const pids = [server.child.pid ?? 0]
  const before = [cpuOf(pids), cpuOf([bed.postgres], true)] as const
  const most = await caller.asMany(many, INTAKE.inFlight)
  const micros = [cpuOf(pids) - before[0], cpuOf([bed.postgres], true) - before[1]].map((s) =>
    ((s * 1e6) / many.length).toFixed(0),
  )
  line(
    'intake, as many as it takes',
    most,
    `   ratio ${(most.perSecond / bare.perSecond).toFixed(2)}   µs CPU ${micros.join(' + ')} PostgreSQL`,
  )
  line(`intake at ${INTAKE.perSecond}/s`, await caller.atPace(steady, INTAKE.perSecond))
  await caller.close()
  await stop(server.child)
  await recount(bed.db, full, many)
  await recount(bed.db, paced, steady)
}

endWhenAsked(() => process.exit(130))
measure()
  .then(() => end(0))
  .catch(async (error: unknown) => {
    if (isEnding()) return
    console.error(isForeseen(error) ? toLine(error) : error)
    await end(1)
  })
