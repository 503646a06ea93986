import { describe, expect, it } from 'vitest'
import type { DeliveryStatus } from '@/lib/domain/delivery-status'
import { advanceStatus } from '@/lib/domain/status-advance'
import { createUpdatesBench, FAILED, minutesAgo, shuffled } from '@/lib/testing/updates'
import { toStatusUpdate } from '@/lib/testing/webhook'

const { database, accepted, record, rows, row, events, expectCountsToHold } = createUpdatesBench()

describe('a status', () => {
  it('climbs, fills its own time, and is kept with what came', async () => {
    await accepted()
    const [sent, read] = [minutesAgo(3), minutesAgo(1)]
    expect(await record({ statuses: [toStatusUpdate('wamid.0', 'sent', { at: sent })] })).toEqual({
      statuses: 1,
      messages: 0,
      repeated: 0,
      unknown: 0,
    })
    await record({ statuses: [toStatusUpdate('wamid.0', 'read', { at: read })] })
    const { id, ...now } = (await row()) ?? {}
    expect(now).toMatchObject({ status: 'read', sent_at: sent, delivered_at: null, read_at: read, failed_at: null })
    expect(await events()).toEqual([
      { wamid: 'wamid.0', status: 'read', at: read, recipient_id: id },
      { wamid: 'wamid.0', status: 'sent', at: sent, recipient_id: id },
    ])
    await expectCountsToHold()
  })

  it('that comes late fills its time and undoes nothing', async () => {
    await accepted()
    await record({ statuses: [toStatusUpdate('wamid.0', 'read', { at: minutesAgo(1) })] })
    await record({ statuses: [toStatusUpdate('wamid.0', 'delivered', { at: minutesAgo(2) })] })
    expect(await row()).toMatchObject({ status: 'read', delivered_at: minutesAgo(2), read_at: minutesAgo(1) })
  })

  it('failed keeps its code and words; reached after all, by another device, it shows none', async () => {
    await accepted()
    await record({ statuses: [toStatusUpdate('wamid.0', 'failed', { at: minutesAgo(2), ...FAILED })] })
    expect(await row()).toMatchObject({
      status: 'failed',
      failed_at: minutesAgo(2),
      error_code: 131047,
      error_title: 'Re-engagement message',
      error_details: 'More than 24 hours',
    })
    await record({ statuses: [toStatusUpdate('wamid.0', 'delivered', { at: minutesAgo(1) })] })
    const either = await row()
    expect(either).toMatchObject({ status: 'delivered', failed_at: minutesAgo(2), error_code: null, error_title: null })

    await database.truncate()
    await accepted()
    await record({ statuses: [toStatusUpdate('wamid.0', 'delivered', { at: minutesAgo(1) })] })
    await record({ statuses: [toStatusUpdate('wamid.0', 'failed', { at: minutesAgo(2), ...FAILED })] })
    expect(await row()).toEqual(either)
  })

  it('replayed ten times, shuffled and reversed, by four at once: the highest rank, exact events, counters that hold', async () => {
    await accepted(30)
    const stories = [
      ['sent', 'delivered', 'read'],
      ['sent', 'failed'],
      ['delivered', 'failed', 'sent'],
      ['read'],
      ['sent'],
    ]
    const told = Array.from({ length: 30 }, (_, i) => ({ wamid: `wamid.${i}`, story: stories[i % 5] ?? [] }))
    const statuses = told.flatMap(({ wamid, story }) =>
      story.map((status, i) =>
        toStatusUpdate(wamid, status, { at: minutesAgo(10 - i), ...(status === 'failed' && FAILED) }),
      ),
    )
    const all = shuffled(Array.from({ length: 10 }, (_, i) => (i % 2 ? statuses : statuses.toReversed())).flat())
    const parts = Array.from({ length: 12 }, (_, i) => all.filter((_, n) => n % 12 === i))
    const recorded = (
      await Promise.all(
        [0, 1, 2, 3].map(async (lane) => {
          const done = []
          for (const part of parts.filter((_, i) => i % 4 === lane)) done.push(await record({ statuses: part }))
          return done
        }),
      )
    ).flat()
    const sum = (key: 'statuses' | 'repeated') => recorded.reduce((total, one) => total + one[key], 0)
    expect(sum('statuses')).toBe(statuses.length * 10)
    expect(sum('repeated')).toBe(statuses.length * 9)
    expect(await events()).toHaveLength(statuses.length)
    const ends = told.map(({ story }) => story.reduce<DeliveryStatus>(advanceStatus, 'accepted'))
    expect((await rows()).map(({ status }) => status)).toEqual(ends)
    await expectCountsToHold()
    // Days later, the same once more.
    const before = await rows()
    expect(await record({ statuses })).toMatchObject({ repeated: statuses.length })
    expect(await rows()).toEqual(before)
    await expectCountsToHold()
  })

  it('of a kind that nobody knows is kept and moves nothing', async () => {
    await accepted()
    await record({ statuses: [toStatusUpdate('wamid.0', 'played')] })
    expect(await row()).toMatchObject({ status: 'accepted' })
    expect(await events()).toMatchObject([{ status: 'played' }])
  })

  it('of somebody else’s message is kept, and is nobody’s', async () => {
    expect(await record({ statuses: [toStatusUpdate('wamid.other', 'sent')] })).toMatchObject({ repeated: 0 })
    expect(await events()).toMatchObject([{ wamid: 'wamid.other', recipient_id: null }])
  })
})
