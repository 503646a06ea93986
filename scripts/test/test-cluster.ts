import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { isAlive } from '../is-alive'
import { applyMigrations, listMigrations } from '../migrations/apply'
import { startCluster } from '../postgres/cluster'

const HOME = path.resolve('node_modules/.cache/listazap-test')
const MIGRATIONS = path.resolve('prisma/migrations')

export type TestCluster = { url: string; stop: () => Promise<void> }

/** A PostgreSQL of this run's own, thrown away at its end, so that runs never meet each other or the real data. */
export async function startTestCluster(): Promise<TestCluster> {
  await clearAway()
  const home = path.join(HOME, String(process.pid))
  const cluster = await startCluster({ dataDir: home, durable: false })
  return {
    url: cluster.url,
    stop: async () => {
      await cluster.stop()
      forget(home)
      if (cluster.moved) forget(cluster.home)
    },
  }
}

/** Makes, once, the migrated database that every test's own is cloned from. Answers its name. */
export async function prepareTemplate(url: string): Promise<string> {
  const hash = createHash('sha256')
  for (const name of listMigrations(MIGRATIONS)) {
    hash.update(name).update(fs.readFileSync(path.join(MIGRATIONS, name, 'migration.sql')))
  }
  const name = `template_${hash.digest('hex').slice(0, 12)}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query("select pg_advisory_lock(hashtext('listazap test template'))")
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount) return name
    await client.query(`drop database if exists ${name}_unfinished with (force)`)
    await client.query(`create database ${name}_unfinished`)
    await applyMigrations({ url: databaseUrl(url, `${name}_unfinished`), folder: MIGRATIONS })
    await client.query(`alter database ${name}_unfinished rename to ${name}`)
    return name
  } finally {
    await client.end()
  }
}

/** Makes a database of a given name from the template, anew where there is one. Answers its address. */
export async function cloneTemplate(url: string, name: string): Promise<string> {
  const template = await prepareTemplate(url)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
    await client.query(`create database ${pg.escapeIdentifier(name)} template ${template}`)
    return databaseUrl(url, name)
  } finally {
    await client.end()
  }
}

export function databaseUrl(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

/** What runs that were killed have left: their servers end, their data goes. */
async function clearAway(): Promise<void> {
  if (!fs.existsSync(HOME)) return
  for (const name of fs.readdirSync(HOME)) {
    if (isAlive(Number(name))) continue
    const home = path.join(HOME, name)
    try {
      if (fs.existsSync(path.join(home, 'postgres', 'postmaster.pid'))) {
        await (await startCluster({ dataDir: home, durable: false })).stop()
      }
    } finally {
      forget(home)
    }
  }
}

const forget = (folder: string) => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
