import { beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { createTestDatabase } from '@/lib/testing/database'
import { getHealth } from './health'

const database = createTestDatabase()
const actor = systemActor('health')

describe('health', () => {
  it('is ok when the database has every migration of the build', async () => {
    expect(env().migrations.length).toBeGreaterThan(0)
    expect(await getHealth(actor, env().migrations)).toEqual({ status: 'ok', migrations: env().migrations.length })
  })

  it('is unavailable when the build wants a migration that the database has not', async () => {
    const wanted = [...env().migrations, '20990101000000_later']
    expect(await getHealth(actor, wanted)).toEqual({ status: 'unavailable', reason: 'schema' })
  })

  it('is unavailable when a migration has not finished', async () => {
    await database.query('update "_prisma_migrations" set finished_at = null')
    expect(await getHealth(actor, env().migrations)).toEqual({ status: 'unavailable', reason: 'schema' })
  })

  describe('without its list of migrations', () => {
    beforeAll(() => database.query('drop table "_prisma_migrations"').then(() => db().$disconnect()))

    it('is unavailable', async () => {
      expect(await getHealth(actor, env().migrations)).toEqual({ status: 'unavailable', reason: 'database' })
    })
  })
})
