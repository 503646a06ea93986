import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyMigrations } from '../migrations/apply'
import { type Cluster, startCluster } from '../postgres/cluster'
import { audit } from './audit'
import { isLong, openRig, type Rig, SEED } from './rig'

let home: string
let cluster: Cluster
let rig: Rig
let unmount = () => {}

/** A server of the test's own, since it is broken, and one that keeps what it has said it kept; `small` gives it a disk of so many megabytes, where that is allowed. */
async function open(small?: number): Promise<boolean> {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'listazap-fault-'))
  fs.chmodSync(home, 0o755)
  if (small) {
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${small}m,mode=0755`, 'tmpfs', home]).status === 0
    if (!mounted) return false
    unmount = () => spawnSync('umount', ['-l', home])
  }
  cluster = await startCluster({ dataDir: home, durable: false })
  await applyMigrations({ url: cluster.url, folder: path.resolve('prisma/migrations') })
  rig = await openRig(cluster.url, { perSecond: isLong ? 300 : 150 })
  return true
}

const accepted = async () => (await rig.counts().catch(() => ({}) as Record<string, number>)).accepted ?? 0
const until = (people: number) => expect.poll(accepted, { timeout: 60_000 }).toBeGreaterThan(people)

beforeEach(() => console.log(`FAULT_SEED=${SEED}`))
afterEach(async () => {
  await rig?.close()
  await cluster?.stop()
  unmount()
  unmount = () => {}
  fs.rmSync(home, { recursive: true, force: true })
})

describe('a database', () => {
  it('that is restarted in mid-run, orderly or at once, costs no crash, no loss and no second message', async () => {
    await open()
    const people = isLong ? 5_000 : 800
    await rig.makeSend(people)
    const workers = await Promise.all([rig.startWorker(), rig.startWorker()])
    for (const [round, signal] of (['SIGINT', 'SIGQUIT', 'SIGINT'] as const).entries()) {
      await until((people / 5) * (round + 0.5))
      const port = Number(new URL(cluster.url).port)
      const gone = new Promise<void>((resolve) => cluster.whenGone(resolve))
      cluster.end(signal)
      await gone
      cluster = await startCluster({ dataDir: home, durable: false, port })
      await rig.reconnect()
    }
    const counts = await rig.untilSettled()
    await audit(rig.db(), rig.sandbox)
    expect((counts.accepted ?? 0) + (counts.unconfirmed ?? 0)).toBe(people)
    expect(workers.map(({ process }) => process.exitCode)).toEqual([null, null])
  })

  it('that cannot be written to stops the sending before the next message, and goes on when it can', async () => {
    await open()
    await rig.makeSend(500)
    await rig.startWorker()
    await until(50)
    const readOnly = async (on: boolean) => {
      await rig.db().query(`alter system set default_transaction_read_only = ${on ? 'on' : 'off'}`)
      await rig.db().query('select pg_reload_conf()')
    }
    await readOnly(true)
    const calm = async () => {
      const before = rig.sandbox.messages().length
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      return rig.sandbox.messages().length - before
    }
    await expect.poll(calm, { timeout: 30_000 }).toBe(0)
    expect(rig.sandbox.messages().length).toBeLessThan(500)
    await rig.db().query('set default_transaction_read_only = off')
    await readOnly(false)
    expect(await rig.untilSettled()).toEqual({ accepted: 500 })
    await audit(rig.db(), rig.sandbox)
  })

  it('whose disk is full stops the sending before the next message, and goes on when there is room', async (context) => {
    if (!(await open(400))) return context.skip('no disk may be mounted here')
    await rig.makeSend(600)
    await rig.startWorker()
    await until(50)
    const filler = path.join(home, 'filler')
    spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=1M'])
    await expect
      .poll(
        async () => {
          const before = rig.sandbox.messages().length
          await new Promise((resolve) => setTimeout(resolve, 2_000))
          return rig.sandbox.messages().length - before
        },
        { timeout: 60_000 },
      )
      .toBe(0)
    fs.rmSync(filler)
    // PostgreSQL ends where it cannot write its log of changes; whoever runs it starts it again.
    if (
      !(await rig
        .db()
        .query('select 1')
        .then(
          () => true,
          () => false,
        ))
    ) {
      cluster = await startCluster({ dataDir: home, port: Number(new URL(cluster.url).port) })
    }
    await rig.reconnect()
    const counts = await rig.untilSettled()
    await audit(rig.db(), rig.sandbox)
    expect((counts.accepted ?? 0) + (counts.unconfirmed ?? 0)).toBe(600)
  })

  it('whose rows somebody locks for long makes the worker wait, and nobody gets it twice', async () => {
    await open()
    await rig.makeSend(400)
    await rig.startWorker()
    await until(50)
    const locker = new pg.Client({ connectionString: cluster.url })
    await locker.connect()
    await locker.query('begin; lock table recipient in access exclusive mode')
    await new Promise((resolve) => setTimeout(resolve, isLong ? 30_000 : 4_000))
    await locker.query('commit')
    await locker.end()
    const counts = await rig.untilSettled()
    await audit(rig.db(), rig.sandbox)
    expect((counts.accepted ?? 0) + (counts.unconfirmed ?? 0)).toBe(400)
  })
})
