import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findFreePort } from '../free-port'
import { startCluster } from '../postgres/cluster'
import { awaitGone, type Started, startListazap } from '../test/started'

const home = path.resolve('node_modules/.cache/listazap-start')
const DATA_DIR = path.join(home, String(process.pid))
const started: Started[] = []
let PORT = ''

function start(settings: Record<string, string> = {}): Started {
  const one = startListazap({ PORT, DATA_DIR, ...settings })
  started.push(one)
  return one
}

const health = async () => (await fetch(`http://localhost:${PORT}/api/health`)).json()
const find = (one: Started, name: RegExp) => one.processes().find(({ command }) => name.test(command))
const kill = (one: Started, name: RegExp) => process.kill(find(one, name)?.pid ?? 0, 'SIGKILL')

beforeAll(async () => {
  PORT = String(await findFreePort())
})
afterEach(async () => {
  for (const one of started.splice(0)) {
    one.kill('SIGTERM')
    await one.exit
  }
})
afterAll(() => fs.rmSync(DATA_DIR, { recursive: true, force: true }))

describe('npm start', () => {
  it('tells each step in one line, and at last where it is ready', async () => {
    const one = start()
    await one.ready
    const lines = one.output().trimEnd().split('\n')
    expect(lines.at(-1)).toBe(`Listazap is ready on http://localhost:${PORT}`)
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^ {2}.+ \(\d+\.\d s\)$/)
    expect(await health()).toMatchObject({ status: 'ok' })
  })

  it('installs, generates and builds nothing when nothing has changed', async () => {
    const one = start()
    await one.ready
    expect(one.output()).not.toMatch(/installed|generated|built/)
  })

  it('ends everything on Ctrl-C, the database included', async () => {
    const one = start()
    await one.ready
    const family = one.processes()
    expect(family.map(({ command }) => command).join('\n')).toMatch(/postgres -D/)
    one.pressCtrlC()
    expect(await one.exit).toBe(0)
    expect(await awaitGone(family, 0)).toEqual([])
    expect(fs.existsSync(path.join(DATA_DIR, 'start.lock'))).toBe(false)
    expect(fs.readFileSync(path.join(DATA_DIR, 'postgres.log'), 'utf8')).toMatch(/database system is shut down\n$/)
  })

  it('ends everything on SIGTERM and SIGHUP too', async () => {
    for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
      const one = start({ ROLE: 'worker' })
      await one.ready
      const family = one.processes()
      one.kill(signal)
      expect(await one.exit).toBe(0)
      expect(await awaitGone(family, 0)).toEqual([])
    }
  })

  it('recovers by itself from a kill -9 of the starter', async () => {
    const first = start()
    await first.ready
    const family = first.processes()
    const isDatabase = ({ command }: { command: string }) => /postgres/.test(command)
    first.kill('SIGKILL')
    const second = start()
    await second.ready
    expect(second.output()).toMatch(/PostgreSQL of an earlier start taken over/)
    expect(await health()).toMatchObject({ status: 'ok' })
    expect(await awaitGone(family.filter((each) => !isDatabase(each)))).toEqual([])
    expect(await awaitGone(family.filter(isDatabase), 0)).not.toEqual([])
    second.pressCtrlC()
    expect(await second.exit).toBe(0)
    expect(await awaitGone(family)).toEqual([])
  })

  it.each([
    ['the database', /postgres -D/, /^PostgreSQL ended by itself/m],
    ['the web server', /next-server|web\.mjs/, /^The web server ended by itself \(SIGKILL\)\.$/m],
    ['the worker', /worker\.mjs/, /^The worker ended by itself \(SIGKILL\)\.$/m],
    ['the sandbox', /sandbox\.mjs/, /^The sandbox ended by itself \(SIGKILL\)\.$/m],
  ])('ends with one line when %s is killed, and the next start works', async (_, name, line) => {
    const first = start()
    await first.ready
    const family = first.processes()
    kill(first, name)
    expect(await first.exit).toBe(1)
    expect(first.output()).toMatch(line)
    expect(await awaitGone(family)).toEqual([])
    const second = start()
    await second.ready
    expect(await health()).toMatchObject({ status: 'ok' })
  })

  it('keeps what was acknowledged when the database is killed', async () => {
    const cluster = await startCluster({ dataDir: DATA_DIR })
    const client = new pg.Client({ connectionString: cluster.url })
    client.on('error', () => {})
    await client.connect()
    await client.query('create table if not exists kept (at int); insert into kept values (1)')
    process.kill(
      Number(fs.readFileSync(path.join(cluster.home, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]),
      'SIGKILL',
    )
    await client.end().catch(() => {})
    const again = await startCluster({ dataDir: DATA_DIR })
    const other = new pg.Client({ connectionString: again.url })
    await other.connect()
    expect((await other.query('select at from kept')).rows).toEqual([{ at: 1 }])
    await other.query('drop table kept')
    await other.end()
    await again.stop()
  })
})

describe('npm start refuses, in one line,', () => {
  it('a port that is in use', async () => {
    for (const address of ['127.0.0.1', '::1']) {
      const server = net.createServer()
      await new Promise<void>((resolve) => server.listen(Number(PORT), address, resolve))
      const one = start()
      expect(await one.exit).toBe(1)
      expect(one.output()).toBe(`Port ${PORT} is in use: end the program that uses it, or set PORT to another one.\n`)
      await new Promise((resolve) => server.close(resolve))
    }
  })

  it('a data folder that another start holds', async () => {
    const one = start({ ROLE: 'worker' })
    await one.ready
    const other = start({ PORT: String(await findFreePort()) })
    expect(await other.exit).toBe(1)
    expect(other.output()).toMatch(/^DATA_DIR \(.+\) is held by another start, process \d+: .+\n$/)
  })

  it('settings that are wrong, a line for each', async () => {
    const one = start({ PORT: 'http', ROLE: 'both', APP_SECRET: 'hunter2' })
    expect(await one.exit).toBe(1)
    expect(one.output()).toMatch(/^PORT must .+\nAPP_SECRET must .+\nROLE must .+\n$/)
    expect(one.output()).not.toContain('hunter2')
  })

  it('a data folder that is a file', async () => {
    const file = path.join(home, `${process.pid}.file`)
    fs.writeFileSync(file, '')
    const one = start({ DATA_DIR: file })
    expect(await one.exit).toBe(1)
    expect(one.output().trim().split('\n')).toHaveLength(1)
    expect(one.output()).toContain('DATA_DIR')
    fs.rmSync(file)
  })

  it('a database that does not answer', async () => {
    const one = start({ DATABASE_URL: 'postgresql://nobody:word@127.0.0.1:1/nothing' })
    expect(await one.exit).toBe(1)
    expect(one.output()).toMatch(/^The database does not answer: .*ECONNREFUSED.*\n$/)
    expect(one.output()).not.toContain('word')
  })
})

describe('npm start on a database of somebody’s own', () => {
  it('runs a worker beside the pages, which share their data folder', async () => {
    const cluster = await startCluster({ dataDir: path.join(home, `${process.pid}.cluster`), durable: false })
    try {
      const web = start({ DATABASE_URL: cluster.url, ROLE: 'web' })
      await web.ready
      const worker = start({ DATABASE_URL: cluster.url, ROLE: 'worker' })
      await worker.ready
      expect(worker.output()).toMatch(/^Listazap's worker is ready/m)
      expect(find(web, /worker\.mjs/)).toBeUndefined()
      expect(find(worker, /worker\.mjs/)).toBeDefined()
      expect(find(worker, /postgres -D/)).toBeUndefined()
    } finally {
      for (const one of started) {
        one.kill('SIGTERM')
        await one.exit
      }
      await cluster.stop()
      fs.rmSync(path.join(home, `${process.pid}.cluster`), { recursive: true })
    }
  })

  it('runs an intake of webhooks by itself, which tells the provider to come again while the database is away', async () => {
    const cluster = await startCluster({ dataDir: path.join(home, `${process.pid}.cluster`), durable: false })
    let stopped = false
    try {
      const intake = start({ DATABASE_URL: cluster.url, ROLE: 'intake' })
      await intake.ready
      expect(intake.output()).toMatch(/^Listazap's intake is ready on .+\/api\/webhooks\/whatsapp$/m)
      expect(find(intake, /worker\.mjs|web\.mjs|next-server|sandbox\.mjs/)).toBeUndefined()
      expect(await health()).toMatchObject({ status: 'ok' })

      const address = `http://localhost:${PORT}/api/webhooks/whatsapp`
      const body = JSON.stringify({ entry: [{ changes: [{ field: 'account_alerts', value: {} }] }] })
      const post = async (url: string) => (await fetch(url, { method: 'POST', body })).status
      expect(await post(address)).toBe(401)
      const db = new pg.Client({ connectionString: cluster.url })
      await db.connect()
      const { rows } = await db.query('select path_secret from webhook_settings')
      const known = `${address}/${rows[0]?.path_secret}`
      expect(await post(known)).toBe(200)
      expect((await db.query('select unknown from webhook_delivery')).rows).toEqual([{ unknown: 1 }])
      await db.end()
      await cluster.stop()
      stopped = true
      expect(await post(known)).toBe(503)

      intake.kill('SIGTERM')
      expect(await intake.exit).toBe(0)
    } finally {
      for (const one of started) {
        one.kill('SIGTERM')
        await one.exit
      }
      if (!stopped) await cluster.stop()
      fs.rmSync(path.join(home, `${process.pid}.cluster`), { recursive: true })
    }
  })
})
