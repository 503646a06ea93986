import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { createTestDatabase } from '@/lib/testing/database'
import { makeSend, phones } from '@/lib/testing/send'
import type { PostOutcome } from '@/lib/whatsapp/post-outcome'
import { type ClaimedRecipient, claimRecipients } from './claim-recipients'
import { recordOutcomes } from './record-outcomes'
import { releaseExpiredLeases } from './release-expired-leases'
import { returnRecipients } from './return-recipients'
import { startSending } from './start-sending'

const database = createTestDatabase()
beforeEach(() => database.truncate())

const worker = systemActor('worker')
const [mine, other] = [randomUUID(), randomUUID()]

const claim = (owner = mine, limit = 100) =>
  claimRecipients(worker, { owner, gateway: 'sandbox', limit, leaseMs: 30_000 })
const start = (recipients: ClaimedRecipient[], owner = mine) =>
  startSending(worker, { owner, gateway: 'sandbox', recipients, leaseMs: 30_000 })
const record = (recipients: ClaimedRecipient[], outcome: PostOutcome) =>
  recordOutcomes(
    worker,
    recipients.map(({ id, attempt }) => ({ id, attempt, outcome })),
  )
const expire = () =>
  database.query("update recipient set leased_until = now() - interval '1 second' where leased_until is not null")

const rows = () =>
  database.query<Record<string, unknown>>(
    `select phone, status::text, attempt, lease_owner, leased_until, wamid, wa_id, http_status, error_code, error_title,
       error_details, unknown_why, answer, settled_at is not null as settled, not_before > now() as later
     from recipient order by id`,
  )
const row = async () => (await rows())[0]

const accepted = (wamid = 'wamid.1'): PostOutcome => ({
  kind: 'accepted',
  wamid,
  input: '5511900007777',
  waId: '5511900007777',
  httpStatus: 200,
  answer: { messages: [{ id: wamid }] },
})
const refused: PostOutcome = {
  kind: 'refused',
  httpStatus: 400,
  code: 131026,
  title: '(#131026) No',
  details: 'Because',
  retryAfterMs: null,
  answer: { error: { code: 131026 } },
}
const timeout: PostOutcome = { kind: 'unknown', why: 'timeout', httpStatus: null, answer: null }
const free = { lease_owner: null, leased_until: null }

describe('claiming', () => {
  it('takes each recipient once, however many workers ask at one moment', async () => {
    await makeSend({ phones: phones(300) })
    const groups = await Promise.all(Array.from({ length: 6 }, () => claim(randomUUID(), 80)))
    const ids = groups.flat().map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBe(300)
    for (const group of groups) expect(group.length).toBeLessThanOrEqual(80)
  })

  it('raises the attempt and leases on the database’s clock', async () => {
    await makeSend()
    expect(await claim()).toMatchObject([{ phone: phones(1)[0], attempt: 1 }])
    expect(await row()).toMatchObject({ status: 'leased', attempt: 1, lease_owner: mine })
    expect(await database.query('select leased_until > now() as holds from recipient')).toEqual([{ holds: true }])
  })

  it('leaves alone what goes elsewhere, is not due, or is in other hands', async () => {
    await makeSend({ gateway: 'vectalk' })
    await makeSend()
    expect(await claim(other)).toHaveLength(1)
    await makeSend()
    await database.query("update recipient set not_before = now() + interval '1 minute' where status = 'queued'")
    expect(await claim()).toEqual([])
    expect(await claimRecipients(worker, { owner: mine, gateway: 'sandbox', limit: 0, leaseMs: 1 })).toEqual([])
  })
})

describe('starting to send', () => {
  it('is for the holder of the lease and its attempt alone, and says the same when asked again', async () => {
    await makeSend({ phones: phones(2) })
    const claimed = await claim()
    expect(await start(claimed, other)).toEqual(new Set())
    expect(await start(claimed.map((one) => ({ ...one, attempt: 7 })))).toEqual(new Set())
    const ids = new Set(claimed.map(({ id }) => id))
    expect(await start(claimed)).toEqual(ids)
    expect(await start(claimed)).toEqual(ids)
    expect(await row()).toMatchObject({ status: 'sending', attempt: 1 })
  })

  it('is refused to a worker whose lease ran out and was taken over', async () => {
    await makeSend()
    const slow = await claim()
    await expire()
    expect(await releaseExpiredLeases(worker)).toEqual({ queued: 1, unconfirmed: 0 })
    expect(await start(slow)).toEqual(new Set())
    const next = await claim(other)
    expect(next).toMatchObject([{ attempt: 2 }])
    expect(await start(slow)).toEqual(new Set())
    expect((await start(next, other)).size).toBe(1)
  })
})

describe('an outcome', () => {
  const sending = async (count = 1) => {
    await makeSend({ phones: phones(count) })
    const claimed = await claim()
    await start(claimed)
    return claimed.sort((a, b) => Number(a.id - b.id))
  }

  it('accepted keeps what the gateway said', async () => {
    await record(await sending(), accepted())
    expect(await row()).toMatchObject({
      ...free,
      status: 'accepted',
      wamid: 'wamid.1',
      wa_id: '5511900007777',
      http_status: 200,
      settled: true,
      answer: { messages: [{ id: 'wamid.1' }] },
    })
  })

  it('refused for good ends as failed with its code, whatever wait was asked for, and is not tried again', async () => {
    await record(await sending(), { ...refused, retryAfterMs: 1_000 })
    expect(await row()).toMatchObject({
      ...free,
      status: 'failed',
      error_code: 131026,
      error_title: '(#131026) No',
      error_details: 'Because',
      settled: true,
    })
    expect(await claim()).toEqual([])
  })

  const waitsSeconds = async () => {
    const [found] = await database.query<{ waits: number }>(
      'select extract(epoch from not_before - now())::float8 as waits from recipient',
    )
    return found?.waits ?? 0
  }
  const tooManyToOne: PostOutcome = { ...refused, code: 131056 }

  it('refused for a while goes back to the queue with its code, each time for longer', async () => {
    let [claimed] = [await sending()]
    let waited = 0
    for (const retry of [1, 2, 3, 4, 5]) {
      await record(claimed, tooManyToOne)
      expect(await row()).toMatchObject({
        ...free,
        status: 'queued',
        settled: false,
        error_code: 131056,
        attempt: retry,
      })
      const waits = await waitsSeconds()
      expect(waits).toBeGreaterThan(Math.max(5, Math.min(waited, 299)))
      waited = waits
      await database.query('update recipient set not_before = now()')
      claimed = await claim()
      await start(claimed)
    }
    expect(waited).toBeLessThanOrEqual(376)
    await record(claimed, tooManyToOne)
    expect(await row()).toMatchObject({ ...free, status: 'failed', settled: true, error_code: 131056, attempt: 6 })
  })

  it('refused with a wait of the gateway’s own keeps to that', async () => {
    await record(await sending(), { ...refused, code: 130429, retryAfterMs: 90_000 })
    expect(await row()).toMatchObject({ status: 'queued' })
    expect(await waitsSeconds()).toBeGreaterThan(85)
  })

  it('accepted after a refusal that passed shows nothing of it', async () => {
    await record(await sending(), tooManyToOne)
    await database.query('update recipient set not_before = now()')
    const claimed = await claim()
    await start(claimed)
    await record(claimed, accepted())
    expect(await row()).toMatchObject({ status: 'accepted', error_code: null, error_title: null, settled: true })
  })

  it('refused for a while that comes late fails: a person may have sent again already', async () => {
    const claimed = await sending()
    await expire()
    await releaseExpiredLeases(worker)
    await record(claimed, tooManyToOne)
    expect(await row()).toMatchObject({ status: 'failed', error_code: 131056 })
  })

  it('unknown ends as unconfirmed with its reason, and is not tried again by itself', async () => {
    await record(await sending(), timeout)
    expect(await row()).toMatchObject({ ...free, status: 'unconfirmed', unknown_why: 'timeout', settled: true })
    expect(await claim()).toEqual([])
  })

  it('not sent goes back to the queue, a little later', async () => {
    await record(await sending(), { kind: 'notSent', why: 'ECONNREFUSED' })
    expect(await row()).toMatchObject({ ...free, status: 'queued', settled: false, later: true, attempt: 1 })
  })

  it('of an older attempt changes nothing', async () => {
    const [first] = await sending()
    await record(first ? [{ ...first, attempt: 0 }] : [], accepted())
    expect(await row()).toMatchObject({ status: 'sending', wamid: null })
  })

  it('that comes late settles what a lost lease made unconfirmed', async () => {
    const claimed = await sending()
    await expire()
    expect(await releaseExpiredLeases(worker)).toEqual({ queued: 0, unconfirmed: 1 })
    expect(await row()).toMatchObject({ ...free, status: 'unconfirmed', unknown_why: 'workerStopped', settled: true })
    await record(claimed, accepted())
    expect(await row()).toMatchObject({ status: 'accepted', wamid: 'wamid.1', unknown_why: null })
  })

  it('not sent that comes late leaves it unconfirmed: a person may have sent again already', async () => {
    const claimed = await sending()
    await expire()
    await releaseExpiredLeases(worker)
    await record(claimed, { kind: 'notSent', why: 'ECONNREFUSED' })
    expect(await row()).toMatchObject({ status: 'unconfirmed' })
  })

  it('never undoes a better one', async () => {
    const claimed = await sending()
    await record(claimed, accepted())
    await record(claimed, timeout)
    await record(claimed, refused)
    expect(await row()).toMatchObject({ status: 'accepted', wamid: 'wamid.1' })
  })

  it('that the database will not hold does not keep the others from being recorded', async () => {
    const claimed = await sending(9)
    await recordOutcomes(
      worker,
      claimed.map(({ id, attempt }, i) => {
        if (i === 3) return { id, attempt, outcome: { ...refused, answer: 'a\0b' } }
        return { id, attempt, outcome: accepted(i === 7 ? 'wamid.2' : `wamid.${i}`) }
      }),
    )
    const statuses = (await rows()).map(({ status }) => status)
    expect(statuses).toEqual([
      'accepted',
      'accepted',
      'accepted',
      'unconfirmed',
      ...Array(3).fill('accepted'),
      'unconfirmed',
      'accepted',
    ])
  })
})

describe('giving back', () => {
  it('returns what was claimed and not posted, at its place in the queue', async () => {
    await makeSend({ phones: phones(3) })
    const claimed = await claim()
    await start(claimed.slice(0, 1))
    await returnRecipients(worker, { owner: other, recipients: claimed })
    expect((await rows()).filter(({ status }) => status === 'queued')).toHaveLength(0)
    await returnRecipients(worker, { owner: mine, recipients: claimed })
    expect(await rows()).toMatchObject(Array(3).fill({ ...free, status: 'queued', later: false }))
  })
})

describe('expired leases', () => {
  it('are cleared once, however many workers do it, and others are left alone', async () => {
    await makeSend({ phones: phones(40) })
    const claimed = await claim()
    await start(claimed.slice(0, 15))
    expect(await releaseExpiredLeases(worker)).toEqual({ queued: 0, unconfirmed: 0 })
    await expire()
    const released = await Promise.all(Array.from({ length: 4 }, () => releaseExpiredLeases(worker)))
    expect(released.reduce((sum, { queued }) => sum + queued, 0)).toBe(25)
    expect(released.reduce((sum, { unconfirmed }) => sum + unconfirmed, 0)).toBe(15)
  })
})
