import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '@/lib/sandbox/sandbox'
import { createTestDatabase } from '@/lib/testing/database'
import { allowPace, makeSend, phones } from '@/lib/testing/send'

const database = createTestDatabase()
const root = join(import.meta.dirname, '../..')
const children = new Set<ChildProcess>()
let sandbox: Sandbox | undefined

beforeEach(async () => {
  await database.truncate()
  await allowPace(database)
})
afterEach(async () => {
  for (const child of children) await end(child, 'SIGKILL')
  await sandbox?.close()
  sandbox = undefined
})

/** A worker as `npm start` runs it: a process of its own, which says when it is ready. */
async function startWorker(url: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/worker/main.ts'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: database.url(), SANDBOX_URL: url, VECTALK_TOKEN: '' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  children.add(child)
  await new Promise((resolve, reject) => child.once('message', resolve).once('exit', reject))
  return child
}

/** Its exit code, or null where the signal ended it. */
async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const isGone = child.exitCode !== null || child.signalCode !== null
  children.delete(child)
  child.kill(signal)
  return isGone ? child.exitCode : gone
}

/** What time would do once nobody is left to hold a lease. */
const letLeasesRunOut = () => database.query('update recipient set leased_until = now() where leased_until is not null')

type Row = { phone: string; status: string; wamid: string | null }
const rows = () => database.query<Row>('select phone, status::text, wamid from recipient order by id')
const countOf = async (...statuses: string[]) => (await rows()).filter(({ status }) => statuses.includes(status)).length

/** Nobody got it twice, every row has its end, and no row says more than the gateway's own record. */
async function expectHonest(server: Sandbox, total: number): Promise<void> {
  const received = new Map(server.messages().map((message) => [`+${message.to}`, message.waMessageId]))
  expect(received.size).toBe(server.messages().length)
  const all = await rows()
  expect(all).toHaveLength(total)
  for (const { phone, status, wamid } of all) {
    // Where it took long enough, the gateway's own list has told of some.
    expect(['accepted', 'sent', 'unconfirmed']).toContain(status)
    if (status !== 'unconfirmed') expect(received.get(phone)).toBe(wamid)
  }
  for (const phone of received.keys()) expect(all.map((row) => row.phone)).toContain(phone)
}

describe('kill -9 of the worker', () => {
  it('between the request and its answer leaves one message and an uncertain recipient', async () => {
    sandbox = await createSandbox({ latencyMs: 60_000 })
    const { url, messages } = sandbox
    await makeSend()
    const first = await startWorker(url)
    await expect.poll(() => messages().length, { timeout: 10_000, interval: 5 }).toBe(1)
    await end(first, 'SIGKILL')
    expect(await rows()).toMatchObject([{ status: 'sending' }])

    await letLeasesRunOut()
    const second = await startWorker(url)
    await expect.poll(() => countOf('unconfirmed', 'accepted', 'sent'), { timeout: 10_000 }).toBe(1)
    expect(await end(second, 'SIGTERM')).toBe(0)
    await expectHonest(sandbox, 1)
    expect(messages()).toHaveLength(1)
  }, 60_000)

  const seed = Number(process.env.FAULT_SEED) || Math.floor(Math.random() * 2 ** 31)

  it(`at random instants among 300 recipients: nobody twice, nobody lost (FAULT_SEED=${seed})`, async () => {
    const random = randomFrom(seed)
    sandbox = await createSandbox({ latencyMs: 150 })
    const { url, messages } = sandbox
    const total = 300
    await allowPace(database, 300)
    await makeSend({ phones: phones(total) })
    for (let kill = 0; kill < 3; kill++) {
      const before = messages().length
      const victim = await startWorker(url)
      await expect.poll(() => messages().length, { timeout: 10_000, interval: 1 }).toBeGreaterThan(before)
      await new Promise((resolve) => setTimeout(resolve, random() * 200))
      await end(victim, 'SIGKILL')
      await letLeasesRunOut()
    }
    const last = await startWorker(url)
    await expect.poll(() => countOf('accepted', 'sent', 'unconfirmed'), { timeout: 20_000 }).toBe(total)
    expect(await end(last, 'SIGTERM')).toBe(0)
    await expectHonest(sandbox, total)
    // At most what was in flight at each kill, and the answers that still waited for their batch.
    expect(await countOf('unconfirmed')).toBeLessThanOrEqual(3 * (60 + 100))
    expect(await countOf('accepted')).toBeGreaterThan(0)
  }, 120_000)
})

describe('SIGTERM to the worker', () => {
  it('waits for the answers in flight, gives the rest back, and exits with 0', async () => {
    sandbox = await createSandbox({ latencyMs: 1_000 })
    const { url, messages } = sandbox
    await makeSend({ phones: phones(200) })
    const child = await startWorker(url)
    await expect.poll(() => messages().length, { timeout: 10_000, interval: 5 }).toBeGreaterThan(0)
    expect(await end(child, 'SIGTERM')).toBe(0)
    expect(await countOf('accepted')).toBe(messages().length)
    expect(await countOf('accepted', 'queued')).toBe(200)
  }, 60_000)

  it('and the loss of the process that started it end it alike', async () => {
    sandbox = await createSandbox()
    const child = await startWorker(sandbox.url)
    const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
    child.disconnect()
    expect(await gone).toBe(0)
  }, 60_000)
})

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
