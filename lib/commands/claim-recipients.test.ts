import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { createTestDatabase } from '@/lib/testing/database'
import { makeSend, phones } from '@/lib/testing/send'
import { type ClaimedRecipient, claimRecipients, waitForOwnPace } from './claim-recipients'

const database = createTestDatabase()
beforeEach(() => database.truncate())

const worker = systemActor('worker')
const claim = (limit: number) =>
  claimRecipients(worker, { owner: randomUUID(), gateway: 'sandbox', limit, leaseMs: 30_000 })
const set = (sendId: string, assignment: string) =>
  database.query(`update send set ${assignment} where id = $1`, [sendId])
const perSend = (claimed: ClaimedRecipient[]) => {
  const counts: Record<string, number> = {}
  for (const { sendId } of claimed) counts[sendId] = (counts[sendId] ?? 0) + 1
  return counts
}

describe('a claim', () => {
  it('takes whose 24 hours end soonest, and those of whom nothing is known last', async () => {
    await makeSend({ phones: phones(5) })
    const [a, b, c, d, e] = phones(5)
    for (const [phone, hours] of [
      [b, 9],
      [d, 2],
      [e, 5],
    ] as const)
      await database.query(`update recipient set window_closes_at = now() + $2 * interval '1 hour' where phone = $1`, [
        phone,
        hours,
      ])
    expect((await claim(9)).map(({ phone }) => phone)).toEqual([d, e, b, a, c])
  })

  it('gives each Send its share, in turns, and what one does not need to the others', async () => {
    const large = await makeSend({ phones: phones(200) })
    const [small, other] = [await makeSend({ phones: phones(3) }), await makeSend({ phones: phones(20) })]
    const first = await claim(30)
    expect(perSend(first)).toEqual({ [large]: 10, [small]: 3, [other]: 10 })
    expect(new Set(first.slice(0, 9).map(({ sendId }) => sendId)).size).toBe(3)
    expect(perSend(await claim(30))).toEqual({ [large]: 15, [other]: 10 })
    expect(perSend(await claim(30))).toEqual({ [large]: 30 })
  })

  it('starves nobody where there are more Sends than it takes', async () => {
    const ids = []
    for (let i = 0; i < 12; i++) ids.push(await makeSend({ phones: phones(40) }))
    const seen = new Set<string>()
    for (let i = 0; i < 200 && seen.size < ids.length; i++) for (const { sendId } of await claim(2)) seen.add(sendId)
    expect(seen.size).toBe(ids.length)
  })

  it.each(['preparing', 'scheduled', 'paused', 'canceled'])('leaves a Send alone that is %s', async (state) => {
    const still = await makeSend({ phones: phones(50) })
    await set(still, `state = '${state}'`)
    const other = await makeSend({ phones: phones(4) })
    expect(perSend(await claim(30))).toEqual({ [other]: 4 })
  })

  it('leaves a Send alone in its quiet hours, by the clock of its own zone', async () => {
    const quiet = await makeSend({ phones: phones(5) })
    const minute = (zone: string, add: number) =>
      `(extract(hour from now() at time zone '${zone}') * 60 + extract(minute from now() at time zone '${zone}') + ${add} + 1440)::int % 1440`
    const hours = (zone: string) =>
      `time_zone = '${zone}', quiet_from = ${minute(zone, -1)}, quiet_until = ${minute(zone, 30)}`
    await set(quiet, hours('Asia/Tokyo'))
    expect(await claim(9)).toEqual([])
    await set(quiet, "time_zone = 'America/Sao_Paulo'")
    expect(await claim(9)).toHaveLength(5)
  })

  it('notes when a Send has started, once', async () => {
    await makeSend({ phones: phones(2) })
    await claim(1)
    const [first] = await database.query('select started_at from send')
    expect(first?.started_at).toBeInstanceOf(Date)
    await claim(1)
    expect(await database.query('select started_at from send')).toEqual([first])
  })
})

describe('a Send with a pace of its own', () => {
  it('gives what is due, with little to catch up after a rest, and then rests', async () => {
    const id = await makeSend({ phones: phones(50) })
    await set(id, "per_second = 4, next_at = now() - interval '1 hour'")
    expect(await waitForOwnPace(worker, 'sandbox')).toBeNull()
    // Half a second's worth, and the one that is due.
    expect(await claim(100)).toHaveLength(3)
    await set(id, "next_at = now() + interval '1 minute'")
    expect(await claim(100)).toEqual([])
    expect(await waitForOwnPace(worker, 'sandbox')).toBeGreaterThan(50_000)
  })

  it('keeps it over any number of workers at once', async () => {
    const id = await makeSend({ phones: phones(50) })
    await set(id, 'per_second = 1, next_at = now()')
    const claims = await Promise.all(Array.from({ length: 12 }, () => claim(10)))
    const [row] = await database.query<{ due: number }>(
      'select extract(epoch from clock_timestamp() - started_at)::float8 as due from send',
    )
    expect(claims.flat().length).toBeGreaterThan(0)
    expect(claims.flat().length).toBeLessThanOrEqual(2 + (row?.due ?? 0))
  })

  it('holds up no other', async () => {
    const slow = await makeSend({ phones: phones(50) })
    await set(slow, "per_second = 1, next_at = now() - interval '1 hour'")
    const quick = await makeSend({ phones: phones(50) })
    expect(perSend(await claim(20))).toEqual({ [slow]: 1, [quick]: 10 })
    expect(perSend(await claim(20))).toEqual({ [quick]: 20 })
  })
})

describe('a Send whose first ones are on trial', () => {
  const CANARY = 'canary_size = 7, canary_minutes = 5, canary_max_share = 0.1'

  it('gives so many in all, whoever asks, and the rest once they have passed', async () => {
    const id = await makeSend({ phones: phones(60) })
    await set(id, CANARY)
    const claimed = []
    for (let round = 0; round < 12; round++)
      claimed.push(...(await Promise.all(Array.from({ length: 6 }, () => claim(3)))).flat())
    expect(claimed).toHaveLength(7)
    await set(id, 'canary_passed_at = now()')
    expect(await claim(100)).toHaveLength(53)
  })

  it('gives another one for whom it got back', async () => {
    const id = await makeSend({ phones: phones(20) })
    await set(id, CANARY)
    expect(await claim(100)).toHaveLength(7)
    await database.query(
      `update recipient set status = 'queued' where id in (select id from recipient where status = 'leased' limit 2)`,
    )
    expect(await claim(100)).toHaveLength(2)
  })
})
