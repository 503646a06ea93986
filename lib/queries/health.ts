import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'

export type Health = { status: 'ok'; migrations: number } | { status: 'unavailable'; reason: 'database' | 'schema' }

/** Nobody asks a probe to wait longer than this. */
const PATIENCE = 5000

/** Whether the database answers and has every migration that this build was made for. */
export async function getHealth(_actor: Actor, wanted: readonly string[]): Promise<Health> {
  try {
    const applied = await Promise.race([listApplied(), giveUp()])
    const current = wanted.length > 0 && wanted.every((name) => applied.has(name))
    return current ? { status: 'ok', migrations: wanted.length } : { status: 'unavailable', reason: 'schema' }
  } catch {
    return { status: 'unavailable', reason: 'database' }
  }
}

async function listApplied(): Promise<Set<string>> {
  const rows = await db().$queryRaw<{ name: string }[]>`
    select migration_name as name from "_prisma_migrations" where finished_at is not null and rolled_back_at is null`
  return new Set(rows.map((row) => row.name))
}

const giveUp = () =>
  new Promise<never>((_, reject) => setTimeout(() => reject(new Error('the database is too slow')), PATIENCE).unref())
