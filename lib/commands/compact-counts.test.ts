import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { db } from '@/lib/db/client'
import { createTestDatabase } from '@/lib/testing/database'
import { makeSend, phones } from '@/lib/testing/send'
import { compactCounts } from './compact-counts'

const database = createTestDatabase()
beforeEach(() => database.truncate())

const worker = systemActor('worker')

const counted = () =>
  database.query(
    `select send_id, status::text, sum(delta)::int as n from send_count
     group by 1, 2 having sum(delta) <> 0 order by 1, 2`,
  )
const recounted = () =>
  database.query(`select send_id, status::text, count(*)::int as n from recipient group by 1, 2 order by 1, 2`)

/** Each recipient to its end, one statement each. */
async function settleEach(sendId: string): Promise<void> {
  const rows = await db().recipient.findMany({ where: { sendId }, select: { id: true } })
  for (const [i, { id }] of rows.entries())
    await database.query('update recipient set status = $2::delivery_status where id = $1', [
      id,
      i % 3 === 0 ? 'failed' : 'accepted',
    ])
}

describe('the counts of a Send', () => {
  it('are summed up to one row a status, and still come to its recipients', async () => {
    const [large, small] = [await makeSend({ phones: phones(40) }), await makeSend({ phones: phones(2) })]
    await settleEach(large)
    await settleEach(small)
    const before = await counted()
    expect(await compactCounts(worker)).toBeGreaterThan(70)
    expect(await counted()).toEqual(before)
    expect(await counted()).toEqual(await recounted())
    expect(await db().sendCount.count({ where: { sendId: large } })).toBe(2)
    expect(await compactCounts(worker)).toBe(0)
  })

  it('stay right while they change and several sum them up', async () => {
    const ids = [await makeSend({ phones: phones(150) }), await makeSend({ phones: phones(150) })]
    let busy = true
    const compact = async () => {
      while (busy) await compactCounts(worker)
    }
    const compacting = [compact(), compact(), compact()]
    for (const id of ids) await settleEach(id)
    busy = false
    await Promise.all(compacting)
    expect(await counted()).toEqual(await recounted())
  })
})
