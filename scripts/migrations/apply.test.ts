import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { databaseUrl } from '../test/test-cluster'
import { applyMigrations } from './apply'

const cluster = inject('testCluster').url
let folder = ''
let url = ''

const administer = async (sql: string) => ask(cluster, sql)
async function ask<Row extends pg.QueryResultRow>(address: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

function write(name: string, sql: string): void {
  fs.mkdirSync(path.join(folder, name), { recursive: true })
  fs.writeFileSync(path.join(folder, name, 'migration.sql'), sql)
}

const apply = () => applyMigrations({ url, folder })

describe('the migrations at a start', () => {
  beforeEach(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'listazap-migrations-'))
    const name = `migrations_${randomUUID().replaceAll('-', '')}`
    await administer(`create database ${name}`)
    url = databaseUrl(cluster, name)
    write('1_first', 'create table person (id int); create table animal (id int);')
    write('2_second', 'do $$ begin insert into person values (1); end $$; insert into animal values (2);')
  })

  afterEach(async () => {
    fs.rmSync(folder, { recursive: true })
    await administer(`drop database ${new URL(url).pathname.slice(1)} with (force)`)
  })

  it('are applied in their order and recorded as Prisma would', async () => {
    expect(await apply()).toEqual(['1_first', '2_second'])
    const rows = await ask(
      url,
      `select migration_name, length(checksum) as checksum, finished_at is not null as finished, applied_steps_count, logs
       from "_prisma_migrations" order by started_at`,
    )
    const done = { checksum: 64, finished: true, applied_steps_count: 1, logs: null }
    expect(rows).toEqual([
      { migration_name: '1_first', ...done },
      { migration_name: '2_second', ...done },
    ])
  })

  it('are applied once', async () => {
    await apply()
    expect(await apply()).toEqual([])
    write('3_third', 'insert into person values (3)')
    expect(await apply()).toEqual(['3_third'])
    expect(await ask(url, 'select id from person order by id')).toEqual([{ id: 1 }, { id: 3 }])
  })

  it('are applied once by two starts at the same time', async () => {
    const applied = await Promise.all([apply(), apply()])
    expect(applied.map((names) => names.length).sort()).toEqual([0, 2])
  })

  it('leave nothing of one that fails, tell why, and go no further until a person has looked', async () => {
    write('3_third', 'insert into person values (3); insert into nobody values (1);')
    write('4_fourth', 'create table late (id int)')
    await expect(apply()).rejects.toThrow('The migration 3_third failed: relation "nobody" does not exist')
    expect(await ask(url, 'select id from person')).toEqual([{ id: 1 }])
    await expect(apply()).rejects.toThrow('The migration 3_third failed before')
    expect(await ask(url, "select to_regclass('late') as late")).toEqual([{ late: null }])
  })

  it('refuse one that was changed after it was applied', async () => {
    await apply()
    write('1_first', 'create table person (id bigint)')
    await expect(apply()).rejects.toThrow('1_first was changed')
  })

  it('say so when the database does not answer', async () => {
    const gone = applyMigrations({ url: 'postgresql://a:b@127.0.0.1:1/c', folder })
    await expect(gone).rejects.toThrow(/^The database does not answer: .*ECONNREFUSED/)
  })
})
