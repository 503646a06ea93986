import { runMigrations } from 'graphile-worker'
import { db } from './client'
import type { Prisma } from './generated/client'
import { openPool } from './pool'

let isThere = false

/** Makes the tables of jobs where no worker has run yet. Several at once do it as one. */
export async function prepareJobs(): Promise<void> {
  if (isThere) return
  const [row] = await db().$queryRaw<{ found: boolean }[]>`
    select exists (select from pg_proc where pronamespace = to_regnamespace('graphile_worker') and proname = 'add_job') as found`
  if (!row?.found) {
    const pool = openPool(1, () => {})
    try {
      await runMigrations({ pgPool: pool })
    } finally {
      await pool.end()
    }
  }
  isThere = true
}

/** Adds a job that the transaction's end sets free. One with the same key that waits already is the same job. */
export async function addJob(tx: Prisma.TransactionClient, task: string, key: string): Promise<void> {
  await tx.$executeRaw`select graphile_worker.add_job(${task}, '{}'::json, job_key => ${key}, max_attempts => 5)`
}
