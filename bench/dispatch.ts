import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { Pool } from 'undici'
import { toPayload } from '@/lib/domain/list-message-payload'
import { build } from '../scripts/build/build'
import { applyMigrations } from '../scripts/migrations/apply'
import { startCluster } from '../scripts/postgres/cluster'
import { isForeseen, Problem, toLine } from '../scripts/problem'
import { end, endWhenAsked, isEnding, onEnd } from '../scripts/start/ending'
import { step } from '../scripts/step.mjs'
import { fullMessage } from './full-message'
import { percentile } from './percentile'
import { cpuOf, memoryOf } from './process-cost'

const PEOPLE = 20_000
const ROUNDS = 3
/** In flight at once: enough for the stand-in to be busy, and the wanted rate times an answer's time. */
const IN_FLIGHT = { 0: 50, 150: 250 } as const
type Latency = keyof typeof IN_FLIGHT

type Figure = { perSecond: number; clientMicros: number; postgresMicros: number; memory: number }
type Bed = { databaseUrl: string; db: pg.Client; postgres: number; programs: string }

const message = fullMessage()
const phoneOf = (i: number) => `+55${11 + Math.floor(i / 10_000)}9${String(i % 10_000).padStart(4, '0')}7777`

function spawn(
  program: string,
  words: string[],
  env: NodeJS.ProcessEnv,
): Promise<{ child: ChildProcess; said: unknown }> {
  const child = fork(program, words, { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  onEnd(() => void child.kill('SIGKILL'))
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

async function startStandIn(programs: string, latency: Latency): Promise<{ child: ChildProcess; url: string }> {
  const env = { ...process.env, LOG_LEVEL: 'silent' }
  const started = await spawn(path.join(programs, 'sandbox.mjs'), ['--port', '0', '--latency', String(latency)], env)
  return { child: started.child, url: `http://127.0.0.1:${(started.said as { port: number }).port}` }
}

/** The same requests by undici alone, with no row anywhere. */
async function bareLoop(programs: string, latency: Latency): Promise<Figure> {
  const standIn = await startStandIn(programs, latency)
  const pool = new Pool(standIn.url, { connections: IN_FLIGHT[latency] })
  const before = cpuOf([process.pid])
  const startedAt = performance.now()
  let next = 0
  await Promise.all(
    Array.from({ length: IN_FLIGHT[latency] }, async () => {
      while (next < PEOPLE) {
        const body = JSON.stringify(toPayload(message, phoneOf(next++)))
        const headers = { authorization: 'Bearer any', 'content-type': 'application/json' }
        const answer = await pool.request({ path: '/messages', method: 'POST', headers, body })
        const said = (await answer.body.json()) as { messages?: [{ id: string }] }
        if (!said.messages) throw new Problem('The stand-in refused what the bare loop sent.')
      }
    }),
  )
  const seconds = (performance.now() - startedAt) / 1000
  const clientMicros = ((cpuOf([process.pid]) - before) * 1e6) / PEOPLE
  await pool.close()
  await stop(standIn.child)
  return { perSecond: PEOPLE / seconds, clientMicros, postgresMicros: 0, memory: memoryOf([process.pid]) }
}

/** From the Send's record to its last outcome's commit, by so many workers. */
async function wholePath(
  bed: Bed,
  latency: Latency,
  workerCount: number,
  people = PEOPLE,
  pace = 1e6,
): Promise<Figure> {
  const standIn = await startStandIn(bed.programs, latency)
  await bed.db.query('truncate send, recipient, send_count restart identity cascade')
  await bed.db.query(
    `insert into gateway_pace (gateway, per_second) select unnest(enum_range(null::gateway)), $1
     on conflict (gateway) do update set per_second = excluded.per_second, share = 1, next_at = now()`,
    [pace],
  )
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: bed.databaseUrl,
    APP_SECRET: 'only for this measurement, nothing secret here',
    SANDBOX_URL: standIn.url,
    VECTALK_TOKEN: '',
    LOG_LEVEL: 'error',
  } as NodeJS.ProcessEnv
  const program = path.join(bed.programs, 'worker.mjs')
  const workers = await Promise.all(Array.from({ length: workerCount }, () => spawn(program, [], env)))
  const pids = workers.map(({ child }) => child.pid ?? 0)
  await wait(1_000)
  const before = { client: cpuOf(pids), postgres: cpuOf([bed.postgres], true) }
  const startedAt = performance.now()
  await recordSend(bed.db, people)
  await allAccepted(bed.db, people)
  const seconds = (performance.now() - startedAt) / 1000
  const micros = (now: number, then: number) => ((now - then) * 1e6) / people
  const figure = {
    perSecond: people / seconds,
    clientMicros: micros(cpuOf(pids), before.client),
    postgresMicros: micros(cpuOf([bed.postgres], true), before.postgres),
    memory: memoryOf(pids),
  }
  await Promise.all(workers.map(({ child }) => stop(child)))
  await stop(standIn.child)
  return figure
}

async function recordSend(db: pg.Client, people: number): Promise<void> {
  const id = randomUUID()
  await db.query('begin')
  await db.query(
    `insert into send (id, idempotency_key, message, search_text, gateway, recipient_count)
     values ($1::uuid, $1, $2, '', 'sandbox', $3)`,
    [id, JSON.stringify(message), people],
  )
  await db.query(
    `insert into recipient (send_id, phone, person)
     select $1, phone, substr(phone, 2) from unnest($2::text[]) phone`,
    [id, Array.from({ length: people }, (_, i) => phoneOf(i))],
  )
  await db.query('commit')
}

async function allAccepted(db: pg.Client, people: number): Promise<void> {
  for (const deadline = Date.now() + 600_000; ; await wait(50)) {
    const { rows } = await db.query<{ status: string; n: number }>(
      'select status::text, sum(delta)::int as n from send_count group by status having sum(delta) <> 0',
    )
    const count = (status: string) => rows.find((row) => row.status === status)?.n ?? 0
    if (count('accepted') === people) break
    const lost = count('failed') + count('unconfirmed')
    if (lost > 0 || Date.now() > deadline) throw new Problem(`Not all were accepted: ${JSON.stringify(rows)}`)
  }
  const { rows } = await db.query(
    "select count(*)::int as n from recipient where status = 'accepted' and wamid is not null",
  )
  if (rows[0]?.n !== people) throw new Problem(`Of ${people} rows ${rows[0]?.n} are accepted.`)
}

async function openBed(): Promise<Bed> {
  const { programs } = await build({ pages: false })
  const home = path.resolve('node_modules/.cache/listazap-bench', String(process.pid))
  fs.mkdirSync(home, { recursive: true })
  const cluster = await step({ doing: 'starting a database', done: 'database started' }, () =>
    startCluster({ dataDir: home }),
  )
  onEnd(() => fs.rmSync(home, { recursive: true, force: true }))
  onEnd(cluster.stop)
  await applyMigrations({ url: cluster.url, folder: path.resolve('prisma/migrations') })
  const db = new pg.Client({ connectionString: cluster.url })
  await db.connect()
  onEnd(() => db.end())
  return { databaseUrl: cluster.url, db, postgres: cluster.pid, programs }
}

const median = (values: number[]) => percentile(values, 0.5)
const figureOf = (rounds: Figure[], key: keyof Figure) => median(rounds.map((round) => round[key]))

async function measure(): Promise<void> {
  const bed = await openBed()
  console.log(`\n${PEOPLE} recipients, ${ROUNDS} rounds in turn; ratios are of one round, then their median`)
  console.log('                              msgs/s   ratio   µs CPU client + PostgreSQL   MB')
  for (const latency of [0, 150] as const) {
    const bare: Figure[] = []
    const paths = new Map<number, Figure[]>([1, 2].map((count) => [count, []]))
    for (let round = 0; round < ROUNDS; round++) {
      bare.push(await bareLoop(bed.programs, latency))
      for (const [count, figures] of paths) figures.push(await wholePath(bed, latency, count))
    }
    report(`bare loop, ${latency} ms`, bare, bare)
    for (const [count, figures] of paths) report(`${count} worker${count > 1 ? 's' : ''}, ${latency} ms`, figures, bare)
  }
  const held = await wholePath(bed, 150, 1, 1.5 * PEOPLE, 1_000)
  console.log(`\n1,000 a second allowed, 150 ms: ${held.perSecond.toFixed(0)} a second over ${1.5 * PEOPLE} recipients`)
  const gentle = await wholePath(bed, 150, 1, 0.12 * PEOPLE, 80)
  const share = ((gentle.clientMicros + gentle.postgresMicros) * 80) / 1e6
  console.log(
    `80 a second allowed: ${gentle.perSecond.toFixed(0)} a second with ${(share * 100).toFixed(1)} % of a core ` +
      `(client ${((gentle.clientMicros * 80) / 1e4).toFixed(1)} %)`,
  )
  console.log('Every row of every run ended accepted, with its message id.')
}

function report(name: string, figures: Figure[], bare: Figure[]): void {
  const ratio = median(figures.map((figure, i) => figure.perSecond / (bare[i]?.perSecond ?? Number.NaN)))
  const micros = `${figureOf(figures, 'clientMicros').toFixed(0)} + ${figureOf(figures, 'postgresMicros').toFixed(0)}`
  console.log(
    `${name.padEnd(26)}${figureOf(figures, 'perSecond').toFixed(0).padStart(9)}${ratio.toFixed(2).padStart(8)}` +
      `${micros.padStart(20)}${(figureOf(figures, 'memory') / 2 ** 20).toFixed(0).padStart(18)}`,
  )
}

endWhenAsked(() => process.exit(130))
measure()
  .then(() => end(0))
  .catch(async (error: unknown) => {
    if (isEnding()) return
    console.error(isForeseen(error) ? toLine(error) : error)
    await end(1)
  })
