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

async function start(settings: Record<string, string> = {}): Promise<Started> {
  const one = startListazap({
    PORT: String(await findFreePort()),
    DATA_DIR: path.join(home, 'start'),
    DATABASE_URL: cluster.url,
    SANDBOX_URL: sandbox.url,
    ...settings,
  })
  started.push(one)
  await one.ready
  return one
}

async function recordSend(...phones: string[]): Promise<void> {
  await db.query(
    `with made as (
       insert into send (id, idempotency_key, message, search_text, gateway, recipient_count)
       values (gen_random_uuid(), $1, $2, '', 'sandbox', $3) returning id
     ) insert into recipient (send_id, phone, person) select id, phone, substr(phone, 2) from made, unnest($4::text[]) as phone`,
    [phones[0], JSON.stringify(MESSAGE), phones.length, phones],
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

describe('SIGTERM to a worker on a machine of its own', () => {
  it('finishes what is in flight, gives its leases back, leaves nothing uncertain, and another one goes on', async () => {
    const slow = await createSandbox({ latencyMs: 3_000 })
    const machine = (name: string) => ({ ROLE: 'worker', DATA_DIR: path.join(home, name), SANDBOX_URL: slow.url })
    const phones = Array.from({ length: 300 }, (_, i) => `+55119${String(i).padStart(4, '0')}6666`)
    const counts = async (): Promise<Record<string, number>> => {
      const { rows } = await db.query(
        'select status::text, count(*)::int as n from recipient where phone = any($1) group by status',
        [phones],
      )
      return Object.fromEntries(rows.map(({ status, n }) => [status, n]))
    }
    try {
      const first = await start(machine('one'))
      await db.query(
        `insert into gateway_pace (gateway, per_second) values ('sandbox', 60)
         on conflict (gateway) do update set per_second = excluded.per_second`,
      )
      await recordSend(...phones)
      await until(() => slow.messages().length > 0)
      // A worker that takes longer than its patience is killed, and leaves what it was sending.
      first.kill('SIGTERM')
      expect(await first.exit).toBe(0)
      const { accepted = 0, queued = 0, ...others } = await counts()
      expect(others).toEqual({})
      expect(accepted).toBe(slow.messages().length)
      expect(queued).toBeGreaterThan(0)
      const { rows } = await db.query(
        'select 1 from recipient where lease_owner is not null or leased_until is not null',
      )
      expect(rows).toEqual([])

      await start(machine('two'))
      await until(async () => (await counts()).accepted === phones.length)
      expect(new Set(slow.messages().map(({ to }) => to)).size).toBe(phones.length)
      expect(slow.messages()).toHaveLength(phones.length)
    } finally {
      for (const one of started.splice(0)) {
        one.kill('SIGTERM')
        await one.exit
      }
      await slow.close()
    }
  })
})

describe('the stand-in of a start of its own', () => {
  it('plays what comes after an acceptance, and tells it by webhook without anybody having set it up', async () => {
    const phones = Array.from({ length: 8 }, (_, i) => `+551198765555${i}`)
    await start({ SANDBOX_URL: '', SANDBOX_PLAYS: 'on' })
    await recordSend(...phones)
    const told = await until(async () => {
      const { rows } = await db.query(
        `select distinct e.source from status_event e join recipient r on r.id = e.recipient_id
         where r.phone = any($1) and r.status in ('delivered', 'read') and e.status = 'delivered'`,
        [phones],
      )
      return rows.length > 0 && rows
    })
    expect(told).toEqual([{ source: 'webhook' }])
  })
})
