import path from 'node:path'
import pg from 'pg'
import type { Settings } from '@/lib/env'
import { applyMigrations } from '../migrations/apply'
import { startCluster } from '../postgres/cluster'
import { Problem } from '../problem'
import { runProgram } from '../run-program'
import { step } from '../step.mjs'
import { end, isEnding, onEnd } from './ending'

/** Starts the embedded PostgreSQL, which ends with us; when it dies before, so do we. Answers its address. */
export async function startDatabase(dataDir: string): Promise<string> {
  const cluster = await step(
    {
      doing: 'starting PostgreSQL',
      done: ({ adopted, moved, home }) =>
        [
          adopted ? 'PostgreSQL of an earlier start taken over' : 'PostgreSQL started',
          moved ? `; root's PostgreSQL cannot enter ${dataDir}, so its data lies in ${home}` : '',
        ].join(''),
    },
    () => startCluster({ dataDir }),
  )
  onEnd(cluster.stop)
  cluster.whenGone(() => {
    if (isEnding()) return
    console.error(`PostgreSQL ended by itself: ${path.join(cluster.home, 'postgres.log')} may tell why.`)
    void end(1)
  })
  return cluster.url
}

export async function migrate(url: string): Promise<void> {
  const folder = path.resolve('prisma/migrations')
  const done = (names: string[]) =>
    names.length > 0 ? `database migrated: ${names.join(', ')}` : 'database already up to date'
  await step({ doing: 'migrating the database', done }, () => applyMigrations({ url, folder }))
}

/** Makes the first administrator that the settings name, where there is no user at all. */
export async function createFirstAdmin(settings: Settings, url: string, env: NodeJS.ProcessEnv): Promise<void> {
  const { ADMIN_EMAIL, ADMIN_PASSWORD, ROLE } = settings
  if (!ADMIN_EMAIL || !ADMIN_PASSWORD || ROLE === 'worker' || ROLE === 'intake' || (await hasUser(url))) return
  await step({ doing: 'creating the first administrator', done: `administrator ${ADMIN_EMAIL} created` }, async () => {
    const ran = await runProgram(['--import', 'tsx', 'scripts/children/first-admin.ts'], {
      env: { ...env, ADMIN_EMAIL, ADMIN_PASSWORD },
    })
    if (!ran.ok) throw new Problem(`${ran.output}\nThe first administrator could not be created.`)
  })
}

async function hasUser(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return ((await client.query('select from "user" limit 1')).rowCount ?? 0) > 0
  } finally {
    await client.end()
  }
}
