import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { Problem } from '../problem'

/** The advisory lock that Prisma Migrate takes too. */
const LOCK = 72_707_369

const TABLE = `create table if not exists "_prisma_migrations" (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`

/**
 * Applies what `folder` has and the database has not, and records it as `prisma migrate deploy` would, whose engine
 * cannot be downloaded everywhere. Answers the names of those it applied.
 */
export async function applyMigrations({ url, folder }: { url: string; folder: string }): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw new Problem(
      `The database does not answer: ${error instanceof Error ? error.message || reason(error) : error}`,
    )
  }
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(TABLE)
    return await applyMissing(client, folder)
  } finally {
    await client.end()
  }
}

async function applyMissing(client: pg.Client, folder: string): Promise<string[]> {
  const known = await readKnown(client)
  const missing: string[] = []
  for (const name of listMigrations(folder)) {
    const sql = fs.readFileSync(path.join(folder, name, 'migration.sql'))
    const checksum = createHash('sha256').update(sql).digest('hex')
    const before = known.get(name)
    if (before === undefined) {
      await applyOne(client, name, sql.toString('utf8'), checksum)
      missing.push(name)
    } else if (before !== checksum) {
      throw new Problem(`The migration ${name} was changed after this database had applied it: undo the change.`)
    }
  }
  return missing
}

async function readKnown(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `select migration_name as name, checksum, finished_at is not null as finished
     from "_prisma_migrations" where rolled_back_at is null order by started_at`,
  )
  const failed = rows.find((row) => !row.finished)
  if (failed) {
    throw new Problem(
      `The migration ${failed.name} failed before: mend the database, then run npx prisma migrate resolve.`,
    )
  }
  return new Map(rows.map((row) => [row.name, row.checksum]))
}

async function applyOne(client: pg.Client, name: string, sql: string, checksum: string): Promise<void> {
  const id = randomUUID()
  await client.query('insert into "_prisma_migrations" (id, checksum, migration_name) values ($1, $2, $3)', [
    id,
    checksum,
    name,
  ])
  try {
    await client.query(sql)
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    await client.query('rollback')
    await client.query('update "_prisma_migrations" set logs = $2 where id = $1', [id, words])
    throw new Problem(`The migration ${name} failed: ${words}`)
  }
  await client.query('update "_prisma_migrations" set finished_at = now(), applied_steps_count = 1 where id = $1', [id])
}

/** The names of the migrations in a folder, oldest first. */
export function listMigrations(folder: string): string[] {
  const entries = fs.readdirSync(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** A refused connection to a name with two addresses is an AggregateError without a message. */
const reason = (error: Error) => ('code' in error ? String(error.code) : error.name)
