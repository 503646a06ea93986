import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { createSandbox, type Sandbox } from '@/lib/sandbox/sandbox'
import { build } from '../build/build'
import { createFaultyGateway, type FaultyGateway } from './faulty-gateway'
import { randomFrom } from './random'

/** The long form has as many people and faults as limits ask for; the short one runs with every gate. */
export const isLong = process.env.FAULTS === 'long'
const given = Number(process.env.FAULT_SEED)
/** Printed by each test: FAULT_SEED=… has the same faults again. */
export const SEED = Number.isInteger(given) && given > 0 ? given : Math.floor(Math.random() * 2 ** 31)

const MESSAGE = {
  body: 'Escolha um horário',
  button: 'Ver horários',
  sections: [{ rows: [{ id: 'h_09', title: '9 horas' }] }],
}

export type Worker = { process: ChildProcess; kill: (signal: NodeJS.Signals) => void; gone: Promise<number | null> }

export type Rig = {
  db: () => pg.Client
  /** A database that is restarted breaks our own connection too. */
  reconnect: () => Promise<void>
  sandbox: Sandbox
  gateway: FaultyGateway
  random: () => number
  /** A worker in a process of its own, as `npm start` runs it; `preload` is a module that it loads first. */
  startWorker: (options?: { preload?: string; env?: Record<string, string> }) => Promise<Worker>
  /** Records a Send to so many people; answers its id. */
  makeSend: (people: number) => Promise<string>
  /** How many stand where; who was found in the gateway's own list counts as accepted. */
  counts: () => Promise<Record<string, number>>
  /** Until nobody is waiting or under way, or `status` says otherwise. */
  untilSettled: (patienceMs?: number) => Promise<Record<string, number>>
  /** What the waits of refusals that pass would come to. */
  hurry: () => Promise<void>
  close: () => Promise<void>
}

export async function openRig(
  databaseUrl: string,
  options: { latencyMs?: number; perSecond?: number } = {},
): Promise<Rig> {
  const { latencyMs = 20, perSecond = 100_000 } = options
  const { programs } = await build({ pages: false })
  const connect = async () => {
    const client = new pg.Client({ connectionString: databaseUrl })
    client.on('error', () => {})
    await client.connect()
    return client
  }
  let db = await connect()
  await db.query(
    `insert into gateway_pace (gateway, per_second) select unnest(enum_range(null::gateway)), $1
     on conflict (gateway) do update set per_second = excluded.per_second`,
    [perSecond],
  )
  const sandbox = await createSandbox({ latencyMs, keep: 200_000 })
  const gateway = await createFaultyGateway(sandbox.url, SEED)
  const workers = new Set<Worker>()
  let people = 0

  async function startWorker({ preload = '', env = {} } = {}): Promise<Worker> {
    const { NODE_OPTIONS, VITEST, ...inherited } = process.env
    const child = fork(path.join(programs, 'worker.mjs'), [], {
      env: {
        ...inherited,
        NODE_ENV: 'production',
        DATABASE_URL: databaseUrl,
        SANDBOX_URL: gateway.url,
        VECTALK_TOKEN: '',
        LOG_LEVEL: process.env.FAULT_LOG ?? 'silent',
        ...env,
      },
      execArgv: preload ? ['--import', preload] : [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
    const worker: Worker = { process: child, kill: (signal) => void child.kill(signal), gone }
    workers.add(worker)
    void gone.then(() => workers.delete(worker))
    await Promise.race([
      new Promise((resolve) => child.once('message', resolve)),
      gone.then((code) => Promise.reject(new Error(`the worker ended with ${code} before it was ready`))),
    ])
    return worker
  }

  async function makeSend(count: number): Promise<string> {
    const id = randomUUID()
    await db.query('begin')
    await db.query(
      `insert into send (id, idempotency_key, message, search_text, gateway, recipient_count)
       values ($1::uuid, $1, $2, '', 'sandbox', $3)`,
      [id, JSON.stringify(MESSAGE), count],
    )
    // Phones whose last digits play no scenario of the stand-in.
    await db.query(
      `insert into recipient (send_id, phone, person)
       select $1, '+' || person, person
       from (select '55' || (11 + i / 10000) || '9' || lpad((i % 10000)::text, 4, '0') || '7777' as person
         from generate_series($2::int, $3::int) i) one`,
      [id, people, people + count - 1],
    )
    await db.query('commit')
    people += count
    return id
  }

  async function counts(): Promise<Record<string, number>> {
    const { rows } = await db.query<{ status: string; n: number }>(
      `select case status when 'sent' then 'accepted' else status::text end as status, count(*)::int as n
       from recipient group by 1`,
    )
    return Object.fromEntries(rows.map(({ status, n }) => [status, n]))
  }

  async function hurry(): Promise<void> {
    await db.query("update recipient set not_before = now() where status = 'queued' and not_before > now()")
    await db.query('update gateway_pace set rests_until = now(), share = 1')
  }

  async function untilSettled(patienceMs = 120_000): Promise<Record<string, number>> {
    for (const deadline = Date.now() + patienceMs; ; await wait(100)) {
      await hurry()
      const now = await counts()
      if (!now.queued && !now.leased && !now.sending) return now
      if (Date.now() > deadline) throw new Error(`something hangs (seed ${SEED}): ${JSON.stringify(now)}`)
    }
  }

  return {
    db: () => db,
    reconnect: async () => {
      await db.end().catch(() => {})
      db = await connect()
    },
    sandbox,
    gateway,
    random: randomFrom(SEED + 1),
    startWorker,
    makeSend,
    counts,
    hurry,
    untilSettled,
    close: async () => {
      for (const worker of [...workers]) {
        worker.kill('SIGCONT')
        worker.kill('SIGKILL')
        await worker.gone
      }
      await gateway.close()
      await sandbox.close()
      await db.end().catch(() => {})
    },
  }
}
