import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { openSession } from '../e2e/fixtures/session'
import { findFreePort } from '../scripts/free-port'
import { isForeseen, toLine } from '../scripts/problem'
import { end, endWhenAsked, isEnding, onEnd } from '../scripts/start/ending'
import { step } from '../scripts/step.mjs'
import { findBrowser } from '../scripts/test/browser'
import { type Started, startListazap } from '../scripts/test/started'
import { cloneTemplate, startTestCluster } from '../scripts/test/test-cluster'

/** A built Listazap on a database of its own, with somebody signed in. It ends with the process. */
export type Site = {
  url: string
  /** The path of a Chromium. */
  browser: string
  db: pg.Client
  /** The signed-in person's session. */
  cookie: { name: string; value: string }
  /** Its processes, the database's aside. */
  processes: Started['processes']
}

const HOME = path.resolve('node_modules/.cache/listazap-bench')

/** Measures on a site and ends; a failure to measure is exit code 1, a slow result is none. */
export function bench(measure: (site: Site) => Promise<void>, settings: Record<string, string> = {}): void {
  endWhenAsked(() => process.exit(130))
  openSite(settings)
    .then(measure)
    .then(() => end(0))
    .catch(async (error: unknown) => {
      if (isEnding()) return
      console.error(isForeseen(error) ? toLine(error) : error)
      await end(1)
    })
}

async function openSite(settings: Record<string, string>): Promise<Site> {
  const browser = await findBrowser()
  const cluster = await step({ doing: 'starting a database', done: 'database started' }, startTestCluster)
  onEnd(cluster.stop)
  const databaseUrl = await cloneTemplate(cluster.url, 'bench')
  const url = `http://localhost:${await findFreePort()}`
  const person = { name: 'ana', email: 'ana@example.com' }
  const secret = randomBytes(32).toString('base64url')
  const dataDir = path.join(HOME, String(process.pid))
  fs.mkdirSync(dataDir, { recursive: true })
  onEnd(() => fs.rmSync(dataDir, { recursive: true, force: true }))
  const started = await step(
    { doing: 'building and starting Listazap', done: 'Listazap built and started' },
    async () => {
      const started = startListazap({
        PORT: new URL(url).port,
        DATABASE_URL: databaseUrl,
        DATA_DIR: dataDir,
        APP_SECRET: secret,
        ADMIN_EMAIL: person.email,
        ADMIN_PASSWORD: randomBytes(16).toString('hex'),
        LOG_LEVEL: 'error',
        ...settings,
      })
      onEnd(() => {
        started.kill('SIGTERM')
        return started.exit
      })
      await started.ready
      return started
    },
  )
  const db = new pg.Client({ connectionString: databaseUrl })
  await db.connect()
  onEnd(() => db.end())
  const value = await openSession(db, person, secret)
  const cookie = { name: 'listazap.session_token', value }
  return { url, browser, db, cookie, processes: started.processes }
}
