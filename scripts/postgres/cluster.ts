import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { findFreePort } from '../free-port'
import { isAlive } from '../is-alive'
import { Problem } from '../problem'
import { program } from './native'
import { findPlace, type Place } from './place'

const NAME = 'listazap'

export type Cluster = {
  url: string
  pid: number
  home: string
  moved: boolean
  /** A server that an earlier start left running, now ours. */
  adopted: boolean
  /** Ends it cleanly: a fast shutdown, with its checkpoint. */
  stop: () => Promise<void>
  /** Ends it, and waits for nothing: SIGINT orderly, SIGQUIT at once, as a crash would. */
  end: (signal: NodeJS.Signals) => void
  /** Calls back when it ends, by whatever. */
  whenGone: (tell: () => void) => void
}

/** Starts the embedded PostgreSQL on the data in `dataDir`. A test's cluster may forget, so it need not sync. */
export async function startCluster({
  dataDir,
  durable = true,
  port: wanted,
}: {
  dataDir: string
  durable?: boolean
  /** Else a free one. */
  port?: number
}): Promise<Cluster> {
  const place = findPlace(path.resolve(dataDir))
  const password = keepPassword(place.home)
  const data = path.join(place.home, 'postgres')
  const url = (port: number, database = NAME) => `postgresql://${NAME}:${password}@127.0.0.1:${port}/${database}`
  const made = (pid: number, port: number, adopted: boolean): Cluster => ({
    url: url(port),
    pid,
    home: place.home,
    moved: place.moved,
    adopted,
    stop: () => stop(pid),
    end: (name) => signal(pid, name),
    whenGone: (tell) => {
      const watch = setInterval(() => {
        if (isAlive(pid)) return
        clearInterval(watch)
        tell()
      }, 500)
      watch.unref()
    },
  })

  const left = readState(data)
  if (left?.ready && (await servesFrom(url(left.port, 'postgres'), data))) {
    await createDatabase(url(left.port, 'postgres'))
    return made(left.pid, left.port, true)
  }
  if (!fs.existsSync(path.join(data, 'PG_VERSION'))) createCluster(place, data, password, durable)

  for (const deadline = Date.now() + 30_000; ; await wait(300)) {
    const port = wanted ?? (await findFreePort())
    const started = await run(place, data, port, durable)
    if (started.ok) {
      await createDatabase(url(port, 'postgres'))
      return made(started.pid, port, false)
    }
    // The children of a server that was killed need a moment to let go of its data.
    const passing = /postmaster\.pid|shared memory|could not bind/.test(started.words)
    if (!passing || Date.now() > deadline) throw new Problem(`PostgreSQL did not start: ${started.words}`)
  }
}

function keepPassword(home: string): string {
  const file = path.join(home, 'postgres.password')
  if (!fs.existsSync(file)) {
    fs.writeFileSync(`${file}.new`, randomBytes(24).toString('base64url'), { mode: 0o600 })
    fs.renameSync(`${file}.new`, file)
  }
  return fs.readFileSync(file, 'utf8').trim()
}

function createCluster({ native, home, account }: Place, data: string, password: string, durable: boolean): void {
  const unfinished = `${data}.new`
  const passwordFile = path.join(home, 'postgres.password.new')
  fs.rmSync(unfinished, { recursive: true, force: true })
  fs.mkdirSync(unfinished, { mode: 0o700 })
  fs.writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account) for (const file of [unfinished, passwordFile]) fs.chownSync(file, account.uid, account.gid)
  const flags = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--locale-provider=builtin']
  if (!durable) flags.push('--no-sync')
  const made = spawnSync(
    program(native, 'initdb'),
    ['-D', unfinished, '-U', NAME, `--pwfile=${passwordFile}`, ...flags, '--builtin-locale=C.UTF-8'],
    { ...account, cwd: '/', env: surroundings(), encoding: 'utf8' },
  )
  fs.rmSync(passwordFile, { force: true })
  if (made.status !== 0) {
    fs.rmSync(unfinished, { recursive: true, force: true })
    throw new Problem(`PostgreSQL could not make its data in ${home}: ${tell(made.error?.message ?? made.stderr)}`)
  }
  fs.renameSync(unfinished, data)
}

type Started = { ok: true; pid: number } | { ok: false; words: string }

async function run({ native, home, account }: Place, data: string, port: number, durable: boolean): Promise<Started> {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=100']
  // A failed statement may hold a customer's words: they do not belong in a log.
  settings.push('log_checkpoints=off', 'log_min_error_statement=panic')
  if (!durable) settings.push('fsync=off', 'full_page_writes=off', 'synchronous_commit=off')
  const logFile = path.join(home, 'postgres.log')
  const log = fs.openSync(logFile, 'w', 0o600)
  const child = spawn(
    program(native, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    // A group of its own: Ctrl-C must reach it last, through us.
    { ...account, cwd: '/', env: surroundings(), stdio: ['ignore', log, log], detached: true },
  )
  fs.closeSync(log)
  let failure: string | undefined
  child.once('error', (error) => {
    failure = error.message
  })
  child.once('exit', () => {
    failure ??= fs.existsSync(logFile) ? tell(fs.readFileSync(logFile, 'utf8')) : 'its data is gone'
  })
  while (failure === undefined) {
    const state = readState(data)
    if (child.pid && state?.pid === child.pid && state.ready) {
      child.unref()
      return { ok: true, pid: child.pid }
    }
    await wait(25)
  }
  return { ok: false, words: failure }
}

async function stop(pid: number): Promise<void> {
  signal(pid, 'SIGINT')
  for (const deadline = Date.now() + 30_000; isAlive(pid); await wait(25)) {
    if (Date.now() < deadline) continue
    signal(pid, 'SIGQUIT')
    return
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It has ended already.
  }
}

/** What postmaster.pid says: line 1 the process, line 4 the port, line 8 its state. */
function readState(data: string): { pid: number; port: number; ready: boolean } | null {
  try {
    const lines = fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return pid > 0 && isAlive(pid) ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' } : null
  } catch {
    return null
  }
}

async function servesFrom(url: string, data: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000, query_timeout: 3000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ folder: string }>("select current_setting('data_directory') as folder")
    return rows[0]?.folder === data
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [NAME])
    if (!rowCount) await client.query(`create database ${NAME}`)
  } finally {
    await client.end()
  }
}

const surroundings = () =>
  ({
    PATH: process.env.PATH,
    SYSTEMROOT: process.env.SYSTEMROOT,
    TZ: 'UTC',
    LC_ALL: 'C',
  }) as Partial<NodeJS.ProcessEnv> as NodeJS.ProcessEnv

/** The line of a program's output that says why. */
function tell(output: string): string {
  const lines = output.trim().split('\n')
  const line = lines.findLast((each) => /FATAL|PANIC|ERROR|error:/.test(each)) ?? lines.at(-1) ?? ''
  return line.replace(/^.*?(?:FATAL|PANIC|ERROR|error): */, '').trim() || 'it gave no reason'
}
