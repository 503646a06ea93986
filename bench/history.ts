import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { applyMigrations } from '../scripts/migrations/apply'
import { startCluster } from '../scripts/postgres/cluster'
import { isForeseen, toLine } from '../scripts/problem'
import { end, endWhenAsked, isEnding, onEnd } from '../scripts/start/ending'
import { step } from '../scripts/step.mjs'
import type { Asked } from './history-questions'
import { seed } from './history-seed'
import { percentile } from './percentile'

// npm run bench:history [-- --rows 5000000] [--only WORDS] [--database URL of one that an earlier run has filled]

/** The statements of one page are explained for so many of the rounds: that is where they touch their buffers. */
const EXPLAINED = 8

type Said = { text: string; values: unknown[] }
type Figure = { name: string; buffers: number; sql: number[]; app: number[]; bare: number[]; aim: Asked['aim'] }

const { values: words } = parseArgs({
  args: process.argv.slice(3),
  options: {
    rows: { type: 'string', default: '1000000' },
    database: { type: 'string' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '40' },
  },
})
const messages = Number(words.rows)
const rounds = Number(words.rounds)

async function openDatabase(): Promise<string> {
  if (words.database) return words.database
  const home = path.resolve('node_modules/.cache/listazap-bench', String(process.pid))
  fs.mkdirSync(home, { recursive: true })
  const cluster = await step({ doing: 'starting a database', done: 'database started' }, () =>
    startCluster({ dataDir: home, durable: false }),
  )
  onEnd(() => fs.rmSync(home, { recursive: true, force: true }))
  onEnd(cluster.stop)
  return cluster.url
}

async function fill(url: string): Promise<void> {
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  const { rows } = await db.query<{ there: string | null }>("select to_regclass('recipient') as there")
  await db.end()
  if (rows[0]?.there) return
  await applyMigrations({ url, folder: path.resolve('prisma/migrations') })
  const words = { doing: `writing ${messages} messages`, done: `${messages} messages written` }
  await step(words, () => seed(url, messages, () => undefined))
}

/** Every statement that the app's own functions send, as they send it. */
function listen(): { said: Said[] } {
  const heard: { said: Said[] } = { said: [] }
  const query = pg.Client.prototype.query as (...all: unknown[]) => unknown
  pg.Client.prototype.query = function (this: pg.Client, ...all: unknown[]) {
    const [first, second] = all
    const text = typeof first === 'string' ? first : (first as Partial<Said> | undefined)?.text
    const values = (Array.isArray(second) ? second : (first as Partial<Said> | undefined)?.values) ?? []
    if (text && !quiet) heard.said.push({ text, values })
    return query.apply(this, all)
  } as typeof pg.Client.prototype.query
  return heard
}
let quiet = false

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await run()
  return performance.now() - startedAt
}

/** The pages that these statements touch, those of the disk among them. */
async function buffersOf(db: pg.Client, said: Said[]): Promise<number> {
  let buffers = 0
  for (const { text, values } of said) {
    const { rows } = await db.query(`explain (analyze, buffers, format json) ${text}`, values)
    const plan = rows[0]?.['QUERY PLAN'][0].Plan
    buffers += plan['Shared Hit Blocks'] + plan['Shared Read Blocks']
  }
  return buffers
}

async function measureOne(db: pg.Client, heard: { said: Said[] }, asked: Asked): Promise<Figure> {
  const figure: Figure = { name: asked.name, buffers: 0, sql: [], app: [], bare: [], aim: asked.aim }
  const all: number[] = []
  for (let round = -3; round < rounds; round++) {
    const i = Math.max(round, 0)
    heard.said = []
    const app = await timed(() => asked.app(i))
    const said = heard.said.filter(({ text }) => /^\s*(\(|select|with)/i.test(text))
    quiet = true
    const sql = await timed(async () => {
      for (const { text, values } of said) await db.query(text, values)
    })
    const [text, values] = asked.bare?.(i) ?? []
    const bare = text ? await timed(() => db.query(text, values)) : Number.NaN
    if (round >= 0) {
      figure.app.push(app)
      figure.sql.push(sql)
      figure.bare.push(bare)
      if (i % Math.max(1, Math.floor(rounds / EXPLAINED)) === 0) all.push(await buffersOf(db, said))
    }
    quiet = false
  }
  figure.buffers = percentile(all, 0.5)
  return figure
}

const ms = (times: number[], share: number) => percentile(times, share).toFixed(1).padStart(8)

function report({ name, buffers, sql, app, bare, aim }: Figure): void {
  const [half, most] = [percentile(app, 0.5), percentile(sql, 0.95)]
  const ratio = bare.some(Number.isNaN) ? '' : (half / percentile(bare, 0.5)).toFixed(1)
  const missed = [
    aim.buffers !== undefined && buffers > aim.buffers && `over ${aim.buffers} buffers`,
    aim.p95 !== undefined && most > aim.p95 && `over ${aim.p95} ms`,
  ].filter(Boolean)
  console.log(
    `${name.padEnd(40)}${String(buffers).padStart(8)}${ms(sql, 0.5)}${ms(sql, 0.95)}${ms(app, 0.5)}${ms(app, 0.95)}` +
      `${bare.some(Number.isNaN) ? ''.padStart(16) : ms(bare, 0.5) + ms(bare, 0.95)}${ratio.padStart(7)}  ${missed.join(', ')}`,
  )
}

async function reportSizes(db: pg.Client): Promise<void> {
  const { rows } = await db.query<{ name: string; size: string; pages: string }>(
    `select relname as name, pg_size_pretty(pg_relation_size(c.oid)) as size, relkind as pages from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and relkind in ('r', 'i') and pg_relation_size(c.oid) > 4e6 order by pg_relation_size(c.oid) desc`,
  )
  console.log('\nOn disk')
  for (const { name, size } of rows) console.log(`${name.padEnd(48)}${size.padStart(12)}`)
}

async function measure(): Promise<void> {
  const url = await openDatabase()
  await fill(url)
  process.env.DATABASE_URL = url
  process.env.APP_SECRET = 'only for this measurement, nothing secret here'
  process.env.LOG_LEVEL = 'error'
  const heard = listen()
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  onEnd(() => db.end())
  quiet = true
  // Only now: what reads the settings must find this database in them.
  const { questions } = await import('./history-questions')
  const all = await questions(db)
  quiet = false
  const count = await db.query<{ n: number }>('select count(*)::int as n from recipient')
  console.log(`\n${count.rows[0]?.n} messages, ${rounds} rounds; ms as median and 95th percentile`)
  console.log(
    `${''.padEnd(40)} buffers       in SQL         through the app     by hand        ratio of the medians, app to hand`,
  )
  for (const asked of all) {
    if (words.only && !asked.name.includes(words.only)) continue
    report(await measureOne(db, heard, asked))
  }
  await reportSizes(db)
}

endWhenAsked(() => process.exit(130))
measure()
  .then(() => end(0))
  .catch(async (error: unknown) => {
    if (isEnding()) return
    console.error(isForeseen(error) ? toLine(error) : error)
    await end(1)
  })
