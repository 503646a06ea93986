import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { db } from '@/lib/db/client'

export type TestDatabase = {
  /** Its address, known once the tests run. */
  url: () => string
  /** Runs SQL over a connection of its own, beside Prisma. */
  query: <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<Row[]>
  /** Empties every table. */
  truncate: () => Promise<void>
}

/** Deletes where there is something: TRUNCATE makes new files for each table and index, which takes longer than most tests. */
const EMPTY_ALL = `do $$
declare one record; filled boolean;
begin
  set local session_replication_role = replica;
  for one in select quote_ident(tablename) as name from pg_tables
    where schemaname = 'public' and tablename <> '_prisma_migrations'
  loop
    execute format('select exists (select from %s)', one.name) into filled;
    if filled then execute format('delete from %s', one.name); end if;
  end loop;
  for one in select quote_ident(sequencename) as name from pg_sequences where schemaname = 'public' and last_value is not null
  loop
    execute format('alter sequence %s restart', one.name);
  end loop;
end $$`

/**
 * A migrated database of this test file's own, which `env()` and `db()` then name; dropped at its end.
 * `const database = createTestDatabase()` at the top of the file, and `beforeEach(() => database.truncate())` where tests share rows.
 */
export function createTestDatabase(): TestDatabase {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const cluster = inject('testCluster')
  const address = new URL(cluster.url)
  address.pathname = `/${name}`
  // Before anybody reads the settings: env() keeps what it read first.
  process.env.DATABASE_URL = address.href
  let client: pg.Client | undefined
  const query: TestDatabase['query'] = async (sql, values) => {
    if (!client) {
      client = new pg.Client({ connectionString: address.href })
      await client.connect()
    }
    return (await client.query(sql, values)).rows
  }

  beforeAll(() => administer(cluster.url, `create database ${name} template ${cluster.template}`))
  afterAll(async () => {
    await db().$disconnect()
    await client?.end()
    await administer(cluster.url, `drop database ${name} with (force)`)
  })

  return {
    url: () => address.href,
    query,
    truncate: async () => {
      await query(EMPTY_ALL)
    },
  }
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
