import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { createTestDatabase } from '@/lib/testing/database'
import { makeSend, phones } from '@/lib/testing/send'
import { toStatusUpdate, toUpdates } from '@/lib/testing/webhook'
import { brakeGateway, judgeSends } from './judge-sends'
import { recordUpdates } from './record-updates'

const database = createTestDatabase()
beforeEach(() => database.truncate())

const worker = systemActor('worker')

async function send(people: number, settings: Record<string, number | string | null> = {}): Promise<string> {
  const id = await makeSend({ phones: phones(people) })
  for (const [column, value] of Object.entries(settings)) {
    await database.query(`update send set ${column} = $2 where id = $1`, [id, value])
  }
  return id
}

/** The next so many in the queue are settled, `secondsAgo` ago. */
async function settle(sendId: string, count: number, status: string, code: number | null = null, secondsAgo = 0) {
  await database.query(
    `update recipient set status = $3::delivery_status, error_code = $4, attempt = 1,
       settled_at = now() - $5 * interval '1 second'
     where id in (select id from recipient where send_id = $1 and status = 'queued' order by id limit $2)`,
    [sendId, count, status, code, secondsAgo],
  )
}

const stateOf = async (id: string) => {
  const [row] = await database.query(
    `select state::text, paused_why, paused_code, canary_passed_at is not null as passed from send where id = $1`,
    [id],
  )
  return row
}
const CANARY = { canary_size: 10, canary_minutes: 5, canary_max_share: 0.2 }
const running = { state: 'running', paused_why: null, paused_code: null, passed: false }

describe('the first so many', () => {
  it('let the rest follow once their minutes have gone', async () => {
    const id = await send(30, CANARY)
    await settle(id, 8, 'accepted', null, 400)
    await settle(id, 2, 'failed', 131026, 299)
    expect(await judgeSends(worker)).toEqual([])
    expect(await stateOf(id)).toEqual(running)
    await database.query("update recipient set settled_at = settled_at - interval '2 seconds'")
    expect(await judgeSends(worker)).toEqual([{ sendId: id, verdict: 'passed' }])
    expect(await stateOf(id)).toEqual({ ...running, passed: true })
    expect(await judgeSends(worker)).toEqual([])
  })

  it('pause it, with the commonest code, when too many of them failed', async () => {
    const id = await send(30, CANARY)
    await settle(id, 1, 'failed', 131026)
    await settle(id, 2, 'failed', 131047)
    expect(await judgeSends(worker)).toEqual([{ sendId: id, verdict: 'paused', why: 'canary', code: 131047 }])
    expect(await stateOf(id)).toEqual({ ...running, state: 'paused', paused_why: 'canary', paused_code: 131047 })
  })

  it('are judged by one of any number of workers', async () => {
    const id = await send(30, CANARY)
    await settle(id, 3, 'failed', 131047)
    const verdicts = await Promise.all(Array.from({ length: 6 }, () => judgeSends(worker)))
    expect(verdicts.flat()).toHaveLength(1)
    expect((await stateOf(id))?.state).toBe('paused')
  })

  it('are not counted with the brake: their share alone decides', async () => {
    const id = await send(60, { ...CANARY, canary_size: 40, canary_max_share: 1, canary_minutes: 1 })
    await settle(id, 30, 'failed', 131047)
    expect(await judgeSends(worker)).toEqual([])
    await settle(id, 10, 'failed', 131047, 10)
    await database.query("update recipient set settled_at = settled_at - interval '2 minutes'")
    expect(await judgeSends(worker)).toEqual([{ sendId: id, verdict: 'passed' }])
    expect(await judgeSends(worker)).toEqual([])
  })

  it('decide nothing when nobody waits for them', async () => {
    const id = await send(10, CANARY)
    await settle(id, 10, 'failed', 131047, 400)
    expect(await judgeSends(worker)).toEqual([])
    expect(await stateOf(id)).toEqual(running)
  })
})

describe('the brake', () => {
  it('takes hold after twenty refusals with one code', async () => {
    const id = await send(40)
    await settle(id, 19, 'failed', 131047)
    expect(await judgeSends(worker)).toEqual([])
    await settle(id, 1, 'failed', 131047)
    expect(await judgeSends(worker)).toEqual([{ sendId: id, verdict: 'paused', why: 'brake', code: 131047 }])
    expect(await stateOf(id)).toMatchObject({ state: 'paused', paused_why: 'brake', paused_code: 131047 })
    expect(await judgeSends(worker)).toEqual([])
  })

  it('does not where somebody was reached in between, or the codes differ', async () => {
    const reached = await send(60)
    await settle(reached, 15, 'failed', 131047, 9)
    await settle(reached, 1, 'accepted', null, 8)
    await settle(reached, 15, 'failed', 131047, 7)
    const mixed = await send(60)
    await settle(mixed, 10, 'failed', 131047, 9)
    await settle(mixed, 1, 'failed', 131026, 8)
    await settle(mixed, 15, 'failed', 131047, 7)
    expect(await judgeSends(worker)).toEqual([])
    await settle(mixed, 5, 'failed', 131047)
    expect(await judgeSends(worker)).toMatchObject([{ sendId: mixed, code: 131047 }])
  })

  it('looks past what is uncertain, and past those who were reached before', async () => {
    const id = await send(60)
    await settle(id, 20, 'accepted', null, 60)
    await settle(id, 10, 'failed', 131049, 9)
    await settle(id, 3, 'unconfirmed', null, 8)
    await settle(id, 10, 'failed', 131049, 7)
    expect(await judgeSends(worker)).toMatchObject([{ sendId: id, code: 131049 }])
  })

  describe('by failures that come after an acceptance', () => {
    const ago = (seconds: number) => new Date(Date.now() - seconds * 1000)

    /** The next so many are accepted, and then told to be something. */
    async function tell(sendId: string, count: number, status: string, seconds: number) {
      const taken = await database.query<{ wamid: string }>(
        `update recipient set status = 'accepted', attempt = 1, wamid = 'wamid.' || id, settled_at = now()
         where id in (select id from recipient where send_id = $1 and status = 'queued' order by id limit $2) returning wamid`,
        [sendId, count],
      )
      const error = status === 'failed' ? { code: 131047, title: 'Too late', details: null } : null
      await recordUpdates(
        worker,
        toUpdates({ statuses: taken.map(({ wamid }) => toStatusUpdate(wamid, status, { at: ago(seconds), error })) }),
        { gateway: 'sandbox', source: 'webhook', bytes: 0 },
      )
    }

    it('takes hold though others are accepted and sent meanwhile', async () => {
      const id = await send(60)
      await tell(id, 3, 'delivered', 60)
      await tell(id, 19, 'failed', 30)
      await settle(id, 5, 'accepted')
      await tell(id, 5, 'sent', 1)
      expect(await judgeSends(worker)).toEqual([])
      await tell(id, 1, 'failed', 10)
      expect(await judgeSends(worker)).toEqual([{ sendId: id, verdict: 'paused', why: 'brake', code: 131047 }])
    })

    it('does not where somebody got theirs in between', async () => {
      const id = await send(60)
      await tell(id, 19, 'failed', 30)
      await tell(id, 1, 'delivered', 20)
      await tell(id, 10, 'failed', 10)
      await settle(id, 1, 'accepted')
      expect(await judgeSends(worker)).toEqual([])
    })
  })

  it('begins to count anew where a person has resumed', async () => {
    const id = await send(60)
    await settle(id, 20, 'failed', 131047, 60)
    await database.query("update send set canary_passed_at = now() - interval '30 seconds' where id = $1", [id])
    await settle(id, 19, 'failed', 131047)
    expect(await judgeSends(worker)).toEqual([])
    await settle(id, 1, 'failed', 131047)
    expect(await judgeSends(worker)).toMatchObject([{ sendId: id }])
  })

  it.each([
    ['as a Send says', 30, { brake_after: 5 }, 5, 1],
    ['never where it is off', 60, { brake_after: 0 }, 40, 0],
    ['never for so few', 20, {}, 19, 0],
    ['never while paused', 60, { state: 'paused' }, 40, 0],
    ['never for the last', 30, {}, 30, 0],
  ])('acts %s', async (_, people, settings, failed, verdicts) => {
    const id = await send(people, settings)
    await settle(id, failed, 'failed', 131047)
    expect(await judgeSends(worker)).toHaveLength(verdicts)
  })
})

it('those whom a worker has claimed ahead are held up as well', async () => {
  const id = await send(40)
  await settle(id, 20, 'failed', 131047)
  await database.query("update recipient set status = 'leased' where status = 'queued'")
  expect(await judgeSends(worker)).toMatchObject([{ sendId: id, verdict: 'paused' }])
})

describe('a gateway in trouble', () => {
  it('pauses each large Send that still waits for it, once, and no other', async () => {
    const large = await send(30)
    const small = await send(3)
    const off = await send(30, { brake_after: 0 })
    const over = await send(30)
    await settle(over, 30, 'accepted')
    const elsewhere = await makeSend({ gateway: 'vectalk', phones: phones(30) })
    const expected = [{ sendId: large, verdict: 'paused', why: 'brake', code: 131000 }]
    expect(await brakeGateway(worker, { gateway: 'sandbox', code: 131000 })).toEqual(expected)
    expect(await brakeGateway(worker, { gateway: 'sandbox', code: null })).toEqual([])
    expect(await stateOf(large)).toMatchObject({ state: 'paused', paused_why: 'brake', paused_code: 131000 })
    for (const id of [small, off, over, elsewhere]) expect((await stateOf(id))?.state).toBe('running')
  })
})
