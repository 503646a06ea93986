import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { db } from '@/lib/db/client'
import { createTestDatabase } from '@/lib/testing/database'
import { makeSend, phones } from '@/lib/testing/send'
import { cancelSend, cancelWaiting } from './cancel-send'
import { changeSendPace } from './change-send-pace'
import { claimRecipients } from './claim-recipients'
import { finishSends } from './finish-sends'
import { pauseSend } from './pause-send'
import { rescheduleSend } from './reschedule-send'
import { resumeSend } from './resume-send'
import { startDueSends } from './start-due-sends'
import { startSending } from './start-sending'

const database = createTestDatabase()
beforeEach(() => database.truncate())

const worker = systemActor('worker')
const NOBODY = '019aa4d5-6f0e-7c3e-9a0a-5a3f6b1c2d3e'
const done = { ok: true, data: null }
const refused = (code: string) => ({ ok: false, error: { code } })

const sendOf = (id: string) => db().send.findUniqueOrThrow({ where: { id } })
const set = (id: string, assignment: string) => database.query(`update send set ${assignment} where id = $1`, [id])
const statuses = async () =>
  Object.fromEntries(
    (
      await database.query<{ status: string; n: number }>(
        'select status::text, count(*)::int as n from recipient group by 1',
      )
    ).map(({ status, n }) => [status, n]),
  )
async function hold(limit = 5) {
  const owner = randomUUID()
  const recipients = await claimRecipients(worker, { owner, gateway: 'sandbox', limit, leaseMs: 30_000 })
  return { owner, gateway: 'sandbox' as const, recipients, leaseMs: 30_000 }
}

describe('a pause', () => {
  it('gives back what workers hold, and from its answer on nothing may start', async () => {
    const id = await makeSend({ phones: phones(20) })
    const hands = await hold()
    expect(await pauseSend(worker, id)).toEqual(done)
    expect(await statuses()).toEqual({ queued: 20 })
    expect(await startSending(worker, hands)).toEqual(new Set())
    expect(await hold()).toMatchObject({ recipients: [] })
    expect(await sendOf(id)).toMatchObject({ state: 'paused', pausedWhy: 'person' })
    expect(await pauseSend(worker, id)).toEqual(done)
    expect(await resumeSend(worker, id)).toEqual(done)
    expect(await resumeSend(worker, id)).toEqual(done)
    expect(await sendOf(id)).toMatchObject({ state: 'running', pausedWhy: null, canaryPassedAt: null })
    expect((await hold()).recipients).toHaveLength(5)
  })

  it('answers once what was allowed before it has its answer', async () => {
    const id = await makeSend({ phones: phones(3) })
    await startSending(worker, await hold())
    let answered = false
    const pausing = pauseSend(worker, id).then(() => {
      answered = true
    })
    await expect.poll(async () => (await sendOf(id)).state).toBe('paused')
    expect(answered).toBe(false)
    await database.query(`update recipient set status = 'accepted'`)
    await pausing
  })

  it.each([
    ['preparing', 'notStarted'],
    ['scheduled', 'notStarted'],
    ['finished', 'tooLate'],
    ['canceled', 'tooLate'],
  ])('of a Send that is %s is refused', async (state, code) => {
    const id = await makeSend()
    await set(id, `state = '${state}'`)
    expect(await pauseSend(worker, id)).toEqual(refused(code))
    expect(await resumeSend(worker, id)).toEqual(refused(code === 'tooLate' ? code : 'notPaused'))
    expect((await sendOf(id)).state).toBe(state)
  })

  it.each([
    ['person', 'canary_size = 5', false],
    ['canary', 'canary_size = 5', true],
    ['brake', 'canary_size = 5', false],
    ['brake', 'canary_size = null', true],
  ])('for the sake of %s with %s is over when a person resumes', async (why, canary, passes) => {
    const id = await makeSend()
    await set(id, `state = 'paused', paused_why = '${why}', paused_code = 131047, ${canary}`)
    expect(await resumeSend(worker, id)).toEqual(done)
    const { canaryPassedAt, pausedCode, pausedWhy } = await sendOf(id)
    expect([canaryPassedAt !== null, pausedCode, pausedWhy]).toEqual([passes, null, null])
  })
})

describe('a cancellation', () => {
  it.each(['preparing', 'scheduled', 'running', 'paused'])('ends a Send that is %s', async (state) => {
    const id = await makeSend({ phones: phones(8) })
    const hands = await hold(3)
    await set(id, `state = '${state}'`)
    expect(await cancelSend(worker, id)).toEqual(done)
    expect(await startSending(worker, hands)).toEqual(new Set())
    expect(await statuses()).toEqual({ canceled: 8 })
    expect(await sendOf(id)).toMatchObject({ state: 'canceled', recipientCount: 8, finishedAt: expect.any(Date) })
    expect(await cancelSend(worker, id)).toEqual(done)
  })

  it('leaves what has left as it is, and is not over before that has its end', async () => {
    const id = await makeSend({ phones: phones(8) })
    await startSending(worker, await hold(3))
    await database.query("update recipient set sending_at = now() - interval '1 minute' where status = 'sending'")
    expect(await cancelSend(worker, id)).toEqual(done)
    expect(await statuses()).toEqual({ canceled: 5, sending: 3 })
    expect((await sendOf(id)).finishedAt).toBeNull()
    await database.query("update recipient set status = 'accepted' where status = 'sending'")
    expect(await finishSends(worker)).toBe(1)
    expect(await sendOf(id)).toMatchObject({ state: 'canceled', finishedAt: expect.any(Date) })
  })

  it('comes too late for a Send that is finished', async () => {
    const id = await makeSend()
    await set(id, "state = 'finished', finished_at = now()")
    expect(await cancelSend(worker, id)).toEqual(refused('tooLate'))
  })

  it('goes on by the workers where the press did not wait for all', async () => {
    const [id, other] = [await makeSend({ phones: phones(4) }), await makeSend({ phones: phones(2) })]
    await set(id, "state = 'canceled'")
    expect(await cancelWaiting(worker)).toBe(4)
    expect(await cancelWaiting(worker)).toBe(0)
    expect((await sendOf(other)).state).toBe('running')
    expect(await statuses()).toEqual({ canceled: 4, queued: 2 })
  })
})

describe('another time', () => {
  const later = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  const zone = { timeZone: 'America/Recife', quiet: { from: 1200, until: 480 } }

  it('is for a Send that has not started', async () => {
    const id = await makeSend()
    await set(id, `state = 'scheduled', starts_at = now() + interval '1 hour'`)
    const startsAt = later(5)
    expect(await rescheduleSend(worker, { sendId: id, startsAt, ...zone })).toEqual(done)
    expect(await sendOf(id)).toMatchObject({
      state: 'scheduled',
      startsAt: new Date(startsAt),
      timeZone: 'America/Recife',
      quietFrom: 1200,
      quietUntil: 480,
    })
    expect(await startDueSends(worker)).toBe(0)
    expect(await rescheduleSend(worker, { sendId: id, startsAt: null, timeZone: 'UTC', quiet: null })).toEqual(done)
    expect(await sendOf(id)).toMatchObject({ state: 'running', startsAt: null, quietFrom: null, quietUntil: null })
    expect(await rescheduleSend(worker, { sendId: id, startsAt, ...zone })).toEqual(refused('tooLate'))
    expect(await rescheduleSend(worker, { sendId: NOBODY, startsAt, ...zone })).toEqual(refused('notFound'))
  })

  it('in a zone that the database does not know is refused', async () => {
    const id = await makeSend()
    await set(id, `state = 'scheduled'`)
    const refusal = await rescheduleSend(worker, { sendId: id, startsAt: null, timeZone: 'Mars/Olympus', quiet: null })
    expect(refusal).toMatchObject(refused('invalid'))
    expect((await sendOf(id)).state).toBe('scheduled')
  })

  it('comes by itself', async () => {
    const [due, early] = [await makeSend(), await makeSend()]
    await set(due, `state = 'scheduled', starts_at = now() - interval '1 second'`)
    await set(early, `state = 'scheduled', starts_at = now() + interval '1 minute'`)
    expect(await startDueSends(worker)).toBe(1)
    expect([(await sendOf(due)).state, (await sendOf(early)).state]).toEqual(['running', 'scheduled'])
  })
})

describe('another pace', () => {
  it('holds from the next claim on, for a Send that is not over', async () => {
    const id = await makeSend({ phones: phones(30) })
    expect(await changeSendPace(worker, { sendId: id, perSecond: 1 })).toEqual(done)
    expect((await hold(30)).recipients.length).toBeLessThan(5)
    expect(await changeSendPace(worker, { sendId: id, perSecond: null })).toEqual(done)
    expect((await hold(30)).recipients.length).toBeGreaterThan(20)
    await set(id, "state = 'finished', finished_at = now()")
    expect(await changeSendPace(worker, { sendId: id, perSecond: 5 })).toEqual(refused('tooLate'))
    expect(await changeSendPace(worker, { sendId: NOBODY, perSecond: 5 })).toEqual(refused('notFound'))
  })
})

describe('the end of a Send', () => {
  it('is when nobody is queued, leased or sending, even where somebody is uncertain', async () => {
    const ids = []
    for (const status of ['queued', 'leased', 'sending', 'unconfirmed', 'accepted', 'skipped', 'failed']) {
      const id = await makeSend({ phones: phones(2) })
      await database.query(
        `update recipient set status = (case when phone = $3 then 'accepted' else $2 end)::delivery_status where send_id = $1`,
        [id, status, phones(1)[0]],
      )
      ids.push(id)
    }
    expect(await finishSends(worker)).toBe(4)
    const states = await Promise.all(ids.map(async (id) => (await sendOf(id)).state))
    expect(states).toEqual(['running', 'running', 'running', 'finished', 'finished', 'finished', 'finished'])
  })
})
