import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { createTestDatabase } from '@/lib/testing/database'
import { reserveSlots } from './reserve-slots'
import { slowDown } from './slow-down'

const database = createTestDatabase()
const worker = systemActor('worker')
beforeEach(() => database.truncate())

const reserve = (count: number, gateway: 'sandbox' | 'vectalk' = 'vectalk') => reserveSlots(worker, { gateway, count })
const complain = (restMs = 0) => slowDown(worker, { gateway: 'vectalk', restMs })
/** What time would do. */
const letPass = (seconds: number) =>
  database.query(
    `update gateway_pace set grown_at = grown_at - $1 * interval '1 second', slowed_at = slowed_at - $1 * interval '1 second',
       rests_until = rests_until - $1 * interval '1 second', next_at = next_at - $1 * interval '1 second'`,
    [seconds],
  )
const nextAt = async () => {
  const [pace] = await database.query<{ at: number }>(
    'select extract(epoch from next_at)::float8 * 1000 as at from gateway_pace',
  )
  return pace?.at ?? 0
}
const perSecond = async () => 1_000 / (await reserve(1)).everyMs

describe('slots', () => {
  it('begin at twenty a second, and no two workers get the same ones', async () => {
    await reserve(1)
    await database.query("update gateway_pace set next_at = now() + interval '1 hour'")
    const before = await nextAt()
    const taken = await Promise.all(Array.from({ length: 10 }, () => reserve(4)))
    expect((await nextAt()) - before).toBeCloseTo(10 * 4 * 50)
    for (const { everyMs } of taken) expect(everyMs).toBe(50)
  })

  it('of one gateway take nothing from the other', async () => {
    await reserve(100)
    expect((await reserve(1)).waitMs).toBeGreaterThan(4_000)
    await reserve(1, 'sandbox')
    expect((await reserve(1, 'sandbox')).waitMs).toBeLessThanOrEqual(50)
  })

  it('that nobody took are gone: a lull is not made up for', async () => {
    await reserve(1)
    await letPass(600)
    expect((await reserve(100)).waitMs).toBe(0)
    expect((await reserve(1)).waitMs).toBeGreaterThan(4_500)
  })

  it('keep to what a person allows', async () => {
    await database.query("insert into gateway_pace (gateway, per_second) values ('vectalk', 500)")
    expect((await reserve(10)).everyMs).toBe(2)
  })
})

describe('a complaint', () => {
  beforeEach(async () => {
    await database.query("insert into gateway_pace (gateway, per_second) values ('vectalk', 100)")
  })

  it('slows all workers down at once: a little, then by half each time it comes again', async () => {
    await complain()
    expect(await perSecond()).toBeCloseTo(85)
    for (const left of [42.5, 21.25]) {
      await letPass(1.5)
      await complain()
      expect(await perSecond()).toBeCloseTo(left, 1)
    }
  })

  it('counts once for all that was in flight together', async () => {
    await Promise.all(Array.from({ length: 20 }, () => complain()))
    await complain()
    expect(await perSecond()).toBeCloseTo(85)
  })

  it('never ends everything, and passes with time', async () => {
    for (let i = 0; i < 30; i++) {
      await letPass(1.5)
      await complain()
    }
    expect(await perSecond()).toBeCloseTo(1)
    await letPass(10)
    expect(await perSecond()).toBeCloseTo(21, 0)
    await letPass(600)
    expect(await perSecond()).toBe(100)
  })

  it('with a wait lets nothing leave before it is over', async () => {
    await complain(30_000)
    const { waitMs } = await reserve(1)
    expect(waitMs).toBeGreaterThan(29_000)
    expect(waitMs).toBeLessThanOrEqual(30_000)
    await complain(1_000)
    expect((await reserve(1)).waitMs).toBeGreaterThan(29_000)
  })
})
