import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { createTestDatabase } from '@/lib/testing/database'
import { changed, resetEnv } from '@/lib/testing/fake-env'
import { makeSend, phones } from '@/lib/testing/send'
import { getFollowPreview } from './follow-preview'

vi.mock('@/lib/env', async (original) => (await import('@/lib/testing/fake-env')).overEnv(original))

const database = createTestDatabase()
const actor = systemActor('worker')
beforeEach(async () => {
  await database.truncate()
  resetEnv()
})

describe('for whom another Send would be', () => {
  it('is told before anybody presses: without the uncertain ones, and with what must be typed', async () => {
    const id = await makeSend({ phones: phones(6) })
    const settle = (status: string, from: number, until: number) =>
      database.query(
        `update recipient set status = $1::delivery_status, sending_at = now()
         where id in (select id from recipient order by id offset $2 limit $3)`,
        [status, from, until - from],
      )
    await settle('failed', 0, 3)
    await settle('unconfirmed', 3, 4)
    await settle('canceled', 4, 6)
    const rest = { uncertain: 1, confirmAbove: 500, gateway: 'sandbox', goesThere: true }
    expect(await getFollowPreview(actor, id, 'failed')).toEqual({ count: 3, ...rest })
    expect(await getFollowPreview(actor, id, 'remaining')).toEqual({ count: 2, ...rest })
  })

  it('says where it would go elsewhere', async () => {
    const id = await makeSend()
    changed.VECTALK_TOKEN = 'a-token-of-ours-1234'
    expect(await getFollowPreview(actor, id, 'failed')).toMatchObject({ count: 0, goesThere: false })
  })

  it('is null where there is no such Send', async () => {
    expect(await getFollowPreview(actor, randomUUID(), 'failed')).toBeNull()
  })
})
