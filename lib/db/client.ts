import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { PrismaClient } from './generated/client'

const make = () => new PrismaClient({ adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: 10 }) })

// Next evaluates modules anew on every edit in development: one client must outlive them.
const kept = globalThis as { listazapPrisma?: PrismaClient }

/** The one Prisma client of this process, made at its first use so that a build needs no database. */
export function db(): PrismaClient {
  kept.listazapPrisma ??= make()
  return kept.listazapPrisma
}

export type Db = PrismaClient
