import { Prisma } from './generated/client'

/** Where workers listen; a trigger tells it of each new recipient too. */
export const QUEUE_CHANNEL = 'recipient_queued'

/** Heard once its transaction is committed: there is something to do. */
export const wakeWorkersSql = Prisma.sql`select pg_notify(${QUEUE_CHANNEL}, '')`
