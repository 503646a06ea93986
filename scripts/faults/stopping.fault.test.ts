import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { cancelSend } from '@/lib/commands/cancel-send'
import { pauseSend } from '@/lib/commands/pause-send'
import { resumeSend } from '@/lib/commands/resume-send'
import { createTestDatabase } from '@/lib/testing/database'
import { audit } from './audit'
import { isLong, openRig, type Rig, SEED } from './rig'

const database = createTestDatabase()
const actor = systemActor('worker')
let rig: Rig

beforeEach(async () => {
  console.log(`FAULT_SEED=${SEED}`)
  await database.truncate()
  rig = await openRig(database.url(), { perSecond: isLong ? 400 : 200 })
})
afterEach(() => rig.close())

const sentOf = (sendId: string) =>
  rig.db().query('select 1 from recipient where send_id = $1 and sending_at is not null', [sendId])

describe('a Send that people stop and start in a hurry', () => {
  it(`by turns (seed ${SEED}) ends with everybody reached once`, async () => {
    const people = isLong ? 4_000 : 600
    const id = await rig.makeSend(people)
    await Promise.all([rig.startWorker(), rig.startWorker()])
    for (let i = 0; i < (isLong ? 100 : 15); i++) {
      await wait(rig.random() * 150)
      // Two people, at one moment, of two minds.
      await Promise.all([pauseSend(actor, id), rig.random() < 0.5 ? resumeSend(actor, id) : pauseSend(actor, id)])
      await wait(rig.random() * 50)
      await resumeSend(actor, id)
    }
    expect(await rig.untilSettled()).toEqual({ accepted: people })
    await audit(rig.db(), rig.sandbox)
  })

  it('posts nothing once a pause has been answered, and nothing ever once a cancellation has', async () => {
    const [paused, canceled] = [await rig.makeSend(600), await rig.makeSend(600)]
    await Promise.all([rig.startWorker(), rig.startWorker()])
    await expect.poll(async () => (await sentOf(canceled)).rowCount ?? 0, { timeout: 60_000 }).toBeGreaterThan(30)
    await expect.poll(async () => (await sentOf(paused)).rowCount ?? 0, { timeout: 60_000 }).toBeGreaterThan(30)
    await Promise.all([pauseSend(actor, paused), cancelSend(actor, canceled)])
    // On the database's clock; the requests that are on their way then may still arrive.
    const { rows: answered } = await rig.db().query('select clock_timestamp()::text as at')
    await wait(2_000)
    const later = await rig.db().query('select 1 from recipient where sending_at > $1::timestamptz', [answered[0].at])
    expect(later.rowCount).toBe(0)
    await resumeSend(actor, paused)
    await rig.untilSettled()
    const counts = await audit(rig.db(), rig.sandbox)
    expect((counts.accepted ?? 0) + (counts.canceled ?? 0)).toBe(1_200)
    const { rows } = await rig.db().query('select distinct status::text from recipient where send_id = $1', [paused])
    expect(rows).toEqual([{ status: 'accepted' }])
  })
})
