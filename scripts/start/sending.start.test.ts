import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '@/lib/sandbox/sandbox'
import { findFreePort } from '../free-port'
import { type Cluster, startCluster } from '../postgres/cluster'
import { awaitGone, type Started, startListazap } from '../test/started'

const home = path.resolve('node_modules/.cache/listazap-sending', String(process.pid))
const started: Started[] = []
let cluster: Cluster
let sandbox: Sandbox
let db: pg.Client

const MESSAGE = { body: 'Escolha', button: 'Ver', sections: [{ rows: [{ id: 'a', title: 'A' }] }] }

async function start(): Promise<Started> {
  const one = startListazap({
    PORT: String(await findFreePort()),
    DATA_DIR: path.join(home, 'start'),
    DATABASE_URL: cluster.url,
    SANDBOX_URL: sandbox.url,
  })
  started.push(one)
  await one.ready
  return one
}

async function recordSend(phone: string): Promise<void> {
  await db.query(
    `with made as (
       insert into send (id, idempotency_key, message, search_text, gateway, recipient_count)
       values (gen_random_uuid(), $1, $2, '', 'sandbox', 1) returning id
     ) insert into recipient (send_id, phone, person) select id, $1, substr($1, 2) from made`,
    [phone, JSON.stringify(MESSAGE)],
  )
}

async function until<T>(read: () => T | Promise<T>, patience = 60_000): Promise<T> {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await wait(50)) {
    const value = await read()
    if (value) return value
  }
  throw new Error('it never came')
}

const received = (phone: string) => sandbox.messages().filter(({ to }) => `+${to}` === phone)
const settled = async (phone: string): Promise<string | undefined> =>
  (
    await db.query('select status::text from recipient where phone = $1 and status::text = any($2)', [
      phone,
      ['accepted', 'unconfirmed', 'failed'],
    ])
  ).rows[0]?.status

beforeAll(async () => {
  cluster = await startCluster({ dataDir: path.join(home, 'database'), durable: false })
  sandbox = await createSandbox({ slowMs: 4_000 })
  db = new pg.Client({ connectionString: cluster.url })
  await db.connect()
})
afterEach(async () => {
  for (const one of started.splice(0)) {
    one.kill('SIGTERM')
    await one.exit
  }
})
afterAll(async () => {
  await db?.end()
  await sandbox?.close()
  await cluster?.stop()
  fs.rmSync(home, { recursive: true, force: true })
})

describe('between the record of a Send and the answer to it', () => {
  it.each([
    [
      'the web server',
      '+5511987640408',
      (one: Started) => one.processes().filter(({ command }) => /next-server|web\.mjs/.test(command)),
    ],
    ['every process', '+5511987650408', (one: Started) => one.processes()],
  ])(
    'kill -9 of %s leaves one message at the most, and a recipient that is accepted or uncertain',
    async (_, phone, whom) => {
      const first = await start()
      await recordSend(phone)
      await until(() => received(phone).length > 0)
      const family = first.processes()
      for (const { pid } of whom(first)) process.kill(pid, 'SIGKILL')
      expect(await first.exit).toBe(1)
      expect(await awaitGone(family)).toEqual([])

      await start()
      expect(['accepted', 'unconfirmed']).toContain(await until(() => settled(phone)))
      expect(received(phone)).toHaveLength(1)
    },
  )
})
