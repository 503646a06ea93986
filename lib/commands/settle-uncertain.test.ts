import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { toPayload } from '@/lib/domain/list-message-payload'
import { createSandbox, type Sandbox } from '@/lib/sandbox/sandbox'
import { createTestDatabase } from '@/lib/testing/database'
import { MESSAGE, makeSend, phones } from '@/lib/testing/send'
import { postMessage } from '@/lib/whatsapp/client'
import { closePools } from '@/lib/whatsapp/exchange'
import { settleUncertain } from './settle-uncertain'

const database = createTestDatabase()
const worker = systemActor('worker')
let sandbox: Sandbox

beforeEach(async () => {
  await database.truncate()
  sandbox = await createSandbox()
})
afterEach(async () => {
  await closePools()
  await sandbox.close()
})

const settle = (baseUrl = sandbox.url) =>
  settleUncertain(worker, { gateway: 'sandbox', address: { baseUrl, token: 'any' }, pauseMs: 0 })

/** What the gateway took, though nobody heard its answer. */
const post = (phone: string) => postMessage({ baseUrl: sandbox.url, token: 'any' }, toPayload(MESSAGE, phone))

/** Everybody queued becomes uncertain: posted `secondsAgo`, given up a second later. */
const lose = (secondsAgo = 30) =>
  database.query(
    `update recipient set status = 'unconfirmed', attempt = 1, unknown_why = 'timeout',
       sending_at = now() - $1 * interval '1 second', settled_at = now() - ($1 - 1) * interval '1 second'
     where status = 'queued'`,
    [secondsAgo],
  )

const rows = () =>
  database.query<{ phone: string; status: string; wamid: string | null; lookups: number; unknown_why: string | null }>(
    'select phone, status::text, wamid, lookups, unknown_why from recipient order by id',
  )
const [one, two] = phones(2) as [string, string]

describe('uncertain recipients', () => {
  it('become what the gateway’s list says of them, and stay uncertain where it says nothing', async () => {
    await post(one)
    await makeSend({ phones: [one, two] })
    await lose()
    expect(await settle()).toEqual({ looked: 2, settled: 1, usable: true })
    const wamid = sandbox.messages()[0]?.waMessageId
    expect(await rows()).toEqual([
      { phone: one, status: 'accepted', wamid, lookups: 1, unknown_why: null },
      { phone: two, status: 'unconfirmed', wamid: null, lookups: 1, unknown_why: 'timeout' },
    ])
    expect(sandbox.messages()).toHaveLength(1)
  })

  it('of a whole run are found in one listing of many pages', async () => {
    const people = phones(130)
    for (const phone of people) await post(phone)
    await makeSend({ phones: people })
    await lose()
    expect(await settle()).toEqual({ looked: 130, settled: 130, usable: true })
    const received = new Map(sandbox.messages().map(({ to, waMessageId }) => [`+${to}`, waMessageId]))
    for (const { phone, status, wamid } of await rows()) {
      expect(status).toBe('accepted')
      expect(wamid).toBe(received.get(phone))
    }
  })

  it('are never given a message of somebody else’s, or one of two', async () => {
    const other = await post(one)
    await makeSend({ phones: [one] })
    await database.query("update recipient set status = 'accepted', wamid = $1", [
      other.kind === 'accepted' ? other.wamid : '',
    ])
    await makeSend({ phones: [one] })
    await lose()
    await post(two)
    await post(two)
    await makeSend({ phones: [two] })
    await lose()
    expect(await settle()).toEqual({ looked: 2, settled: 0, usable: true })
    expect((await rows()).map(({ status }) => status)).toEqual(['accepted', 'unconfirmed', 'unconfirmed'])
  })

  it('are left where two of one person are uncertain, or another is under way', async () => {
    await post(one)
    await makeSend({ phones: [one] })
    await makeSend({ phones: [one] })
    await lose()
    await post(two)
    await makeSend({ phones: [two] })
    await lose()
    await makeSend({ phones: [two] })
    await database.query("update recipient set status = 'sending', sending_at = now() where status = 'queued'")
    expect(await settle()).toEqual({ looked: 3, settled: 0, usable: true })
  })

  it('are looked up after twenty seconds, then less and less often, and at last no more', async () => {
    await makeSend({ phones: [one] })
    await lose(15)
    expect((await settle()).looked).toBe(0)
    await database.query(
      "update recipient set sending_at = sending_at - interval '10 s', settled_at = settled_at - interval '10 s'",
    )
    expect((await settle()).looked).toBe(1)
    for (const seconds of [30, 120, 600, 3_600]) {
      const ago = (s: number) =>
        database.query(`update recipient set looked_up_at = now() - ${s} * interval '1 second'`)
      await ago(seconds - 5)
      expect((await settle()).looked).toBe(0)
      await ago(seconds)
      expect((await settle()).looked).toBe(1)
    }
    await database.query("update recipient set looked_up_at = now() - interval '20 hours'")
    expect((await settle()).looked).toBe(0)
    expect(await rows()).toMatchObject([{ status: 'unconfirmed', lookups: 5 }])
  })

  it('of long ago, or by another gateway, are not looked up', async () => {
    await makeSend({ phones: [one] })
    await lose(90_000)
    await makeSend({ phones: [two], gateway: 'vectalk' })
    await lose()
    expect((await settle()).looked).toBe(0)
  })

  it('are looked up by one of several workers', async () => {
    await makeSend({ phones: phones(40) })
    await lose()
    const all = await Promise.all([1, 2, 3, 4].map(() => settle()))
    expect(all.reduce((sum, { looked }) => sum + looked, 0)).toBe(40)
  })
})

describe('a gateway’s list', () => {
  it('that cannot be had now is asked for again, and that was no look', async () => {
    await makeSend({ phones: [one] })
    await lose()
    expect(await settle('http://127.0.0.1:1')).toEqual({ looked: 1, settled: 0, usable: true })
    expect(await rows()).toMatchObject([{ status: 'unconfirmed', lookups: 0 }])
    expect((await settle()).looked).toBe(0)
    await database.query("update recipient set looked_up_at = now() - interval '20 seconds'")
    expect((await settle()).looked).toBe(1)
  })

  it('that does not exist is told so', async () => {
    await makeSend({ phones: [one] })
    await lose()
    expect(await settle(`${sandbox.url}/v9`)).toEqual({ looked: 1, settled: 0, usable: false })
    expect(await rows()).toMatchObject([{ status: 'unconfirmed', lookups: 0 }])
  })

  it('is left unread by a worker that stops', async () => {
    await makeSend({ phones: [one] })
    await lose()
    const input = {
      gateway: 'sandbox',
      address: { baseUrl: sandbox.url, token: 'any' },
      isStopping: () => true,
    } as const
    expect((await settleUncertain(worker, input)).settled).toBe(0)
    expect(await rows()).toMatchObject([{ lookups: 0 }])
  })
})
