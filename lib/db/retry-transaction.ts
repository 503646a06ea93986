import { db } from './client'
import type { Prisma } from './generated/client'
import { sqlStateOf } from './sql-state'

/** A deadlock, a serialization failure, or somebody else's row that came first: the second try sees what stopped the first. */
const PASSES = ['40P01', '40001', '23505']
const TRIES = 3

/** One transaction, tried again where others were in its way. Whatever waits longer than this is refused, not held. */
export async function inTransaction<Result>(work: (tx: Prisma.TransactionClient) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db().$transaction(work, { maxWait: 5_000, timeout: 15_000 })
    } catch (error) {
      if (attempt >= TRIES || !isPassing(error)) throw error
    }
  }
}

const isPassing = (error: unknown): boolean =>
  PASSES.includes(sqlStateOf(error) ?? '') ||
  (error instanceof Error && 'code' in error && (error.code === 'P2034' || error.code === 'P2002'))
