import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { createTestDatabase } from './database'

const database = createTestDatabase()
const user = { name: 'Ana', email: 'ana@example.com' }

describe('a test database', () => {
  beforeEach(() => database.truncate())

  it('is migrated, and the one that Prisma talks to', async () => {
    const made = await db().user.create({ data: user })
    expect(await database.query('select email from "user" where id = $1', [made.id])).toEqual([{ email: user.email }])
  })

  it('is empty after a truncate, but for its migrations', async () => {
    expect(await db().user.count()).toBe(0)
    expect(await database.query('select 1 from "_prisma_migrations"')).not.toHaveLength(0)
  })
})
