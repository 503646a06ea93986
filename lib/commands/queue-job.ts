import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { addJob, prepareJobs } from '@/lib/db/job-queue'
import type { Actor } from '@/lib/domain/actor'

/** What the housekeeping can be asked to do; what it is about stands in the tables. */
export type JobName = 'judge_recipient_list'

/**
 * Runs a transaction at whose end the worker is asked to do something: both happen, or neither. Asked twice before it has
 * begun, it is done once.
 */
export async function queueJob<Done>(
  _actor: Actor,
  job: JobName,
  run: (tx: Prisma.TransactionClient) => Promise<Done>,
  isWanted: (done: Done) => boolean = () => true,
): Promise<Done> {
  await prepareJobs()
  return db().$transaction(async (tx) => {
    const done = await run(tx)
    if (isWanted(done)) await addJob(tx, job, job)
    return done
  })
}
