import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { db } from '@/lib/db/client'
import { toPersonKey } from '@/lib/domain/person-key'
import { createTestDatabase } from '@/lib/testing/database'
import { MESSAGE, makeSend, phones } from '@/lib/testing/send'
import { expandFollowSend } from './expand-follow-send'
import { type FollowSendInput, followSend } from './follow-send'
import { resendRecipient } from './resend-recipient'

const database = createTestDatabase()
beforeEach(() => database.truncate())

const worker = systemActor('worker')

const follow = (sendId: string, more: Partial<FollowSendInput> = {}) =>
  followSend(worker, {
    sendId,
    how: 'failed',
    idempotencyKey: randomUUID(),
    gateway: 'sandbox',
    acknowledgedUncertain: true,
    ...more,
  })

/** Pressed, and its recipients written down: its id, or the code by which it was refused. */
async function followed(sendId: string, more: Partial<FollowSendInput> = {}, most?: number): Promise<string> {
  const made = await follow(sendId, more)
  if (!made.ok) return made.error.code
  while (await expandFollowSend(worker, most));
  return made.data.sendId
}

async function set(sendId: string, phone: string | undefined, change: Record<string, unknown>) {
  await db().recipient.updateMany({ where: { sendId, phone: phone ?? '' }, data: change })
}
const all = (sendId: string, change: Record<string, unknown>) =>
  db().recipient.updateMany({ where: { sendId }, data: change })
const peopleOf = async (sendId: string) =>
  (await db().recipient.findMany({ where: { sendId }, orderBy: { phone: 'asc' } })).map(({ phone }) => phone)
const contact = (phone: string, change: { optedOutAt?: Date; lastInboundAt?: Date }) =>
  db().contact.create({ data: { phone, person: toPersonKey(phone), searchText: '', ...change } })
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)

const [one, two, three, four, five, six] = phones(6) as [string, string, string, string, string, string]
const FAILED = { status: 'failed' as const, sendingAt: new Date(), settledAt: new Date(), errorCode: 131026 }

describe('trying the failures again', () => {
  it('is a Send of the same frozen message, values and plan, for those who failed', async () => {
    const first = await makeSend({ phones: phones(4), includeRecipientType: true })
    await db().send.update({
      where: { id: first },
      data: { perSecond: 7, canarySize: 5, canaryMinutes: 3, canaryMaxShare: 0.1, quietFrom: 1200, quietUntil: 480 },
    })
    await all(first, { status: 'accepted' })
    await set(first, two, { ...FAILED, name: 'Bia', values: { nome: 'Bia' } })
    await set(first, three, FAILED)
    const made = await follow(first)
    if (!made.ok) throw new Error(made.error.code)
    const { sendId } = made.data
    expect(await db().send.findUnique({ where: { id: sendId } })).toMatchObject({
      state: 'preparing',
      recipientCount: 2,
      followsId: first,
      followsHow: 'failed',
      gateway: 'sandbox',
      includeRecipientType: true,
      message: MESSAGE,
      perSecond: 7,
      canarySize: 5,
      canaryPassedAt: null,
      quietFrom: 1200,
      quietUntil: 480,
    })
    expect(await expandFollowSend(worker)).toEqual({ sendId, done: true })
    expect(await expandFollowSend(worker)).toBeNull()
    expect(await db().send.findUnique({ where: { id: sendId } })).toMatchObject({ state: 'running', recipientCount: 2 })
    expect(await db().recipient.findMany({ where: { sendId }, orderBy: { phone: 'asc' } })).toMatchObject([
      { phone: two, person: toPersonKey(two), name: 'Bia', values: { nome: 'Bia' }, status: 'queued', attempt: 0 },
      { phone: three, name: null, values: null, status: 'queued' },
    ])
  })

  it('leaves out who opted out, who was sent to again, and who is uncertain', async () => {
    const first = await makeSend({ phones: phones(4) })
    await all(first, FAILED)
    await contact(one, { optedOutAt: new Date() })
    await set(first, two, { status: 'unconfirmed' })
    const { id } = await db().recipient.findFirstOrThrow({ where: { sendId: first, phone: three } })
    const again = { acknowledgedUncertain: false, gateway: 'sandbox', includeRecipientType: false } as const
    expect((await resendRecipient(worker, { recipientId: String(id), ...again })).ok).toBe(true)
    expect(await peopleOf(await followed(first))).toEqual([four])
  })

  it('leaves nobody to be sent to again one by one whom it has taken', async () => {
    const first = await makeSend({ phones: phones(2) })
    await all(first, FAILED)
    await contact(two, { optedOutAt: new Date() })
    expect(await peopleOf(await followed(first))).toEqual([one])
    const resend = async (phone: string) => {
      const { id } = await db().recipient.findFirstOrThrow({ where: { sendId: first, phone } })
      const again = { acknowledgedUncertain: false, gateway: 'sandbox', includeRecipientType: false } as const
      return resendRecipient(worker, { recipientId: String(id), ...again })
    }
    expect(await resend(one)).toMatchObject({ error: { code: 'notResendable' } })
    expect((await resend(two)).ok).toBe(true)
    expect(await resend(two)).toMatchObject({ data: { repeated: true } })
  })

  it('takes nobody a second time who is in another Send of the family, unless they failed there too', async () => {
    const first = await makeSend({ phones: phones(3) })
    await all(first, FAILED)
    const second = await followed(first)
    expect(await peopleOf(second)).toEqual([one, two, three])
    expect(await followed(first)).toBe('nobody')
    await set(second, one, FAILED)
    await set(second, two, { status: 'accepted' })
    const third = await followed(second)
    expect(await peopleOf(third)).toEqual([one])
    expect(await followed(first)).toBe('nobody')
    await all(third, FAILED)
    const fourth = await followed(first)
    expect(await peopleOf(fourth)).toEqual([one])
    expect(await followed(second)).toBe('nobody')
    expect(await followed(third)).toBe('nobody')
  })

  it('is one Send for one press, and one person is in one of two presses', async () => {
    const first = await makeSend({ phones: phones(300) })
    await all(first, FAILED)
    const idempotencyKey = randomUUID()
    const presses = await Promise.all([1, 2, 3].map(() => follow(first, { idempotencyKey })))
    const ids = presses.map((made) => made.ok && made.data.sendId)
    expect(new Set(ids).size).toBe(1)
    expect(await follow(first, { idempotencyKey, how: 'remaining' })).toMatchObject({
      error: { code: 'idempotencyMismatch' },
    })
    expect((await follow(first)).ok).toBe(true)
    for (let left = true; left; )
      left = (await Promise.all([1, 2, 3].map(() => expandFollowSend(worker, 20)))).some(Boolean)
    const people = await database.query('select person, count(*)::int from recipient where send_id <> $1 group by 1', [
      first,
    ])
    expect(people).toHaveLength(300)
    expect(people.every(({ count }) => count === 1)).toBe(true)
    expect(
      await database.query(
        'select sum(recipient_count)::int as n, min(state::text) as state from send where id <> $1',
        [first],
      ),
    ).toEqual([{ n: 300, state: 'running' }])
  })

  it('goes on where a worker left off', async () => {
    const first = await makeSend({ phones: phones(50) })
    await all(first, FAILED)
    const made = await follow(first)
    if (!made.ok) throw new Error(made.error.code)
    expect(await expandFollowSend(worker, 20)).toMatchObject({ done: false })
    expect(await peopleOf(made.data.sendId)).toHaveLength(20)
    expect(await expandFollowSend(worker, 20)).toMatchObject({ done: false })
    expect(await expandFollowSend(worker, 20)).toMatchObject({ done: true })
    expect(await peopleOf(made.data.sendId)).toEqual(await peopleOf(first))
  })
})

describe('sending to who was never reached', () => {
  it('takes who was canceled, who failed before leaving, and whose window has opened again', async () => {
    const first = await makeSend({ phones: phones(6) })
    await set(first, one, { status: 'canceled' })
    await set(first, two, { status: 'failed', sendingAt: null })
    for (const phone of [three, four, five]) await set(first, phone, { status: 'skipped', skippedWhy: 'windowClosed' })
    await contact(three, { lastInboundAt: hoursAgo(2) })
    await contact(four, { lastInboundAt: hoursAgo(25) })
    await set(first, six, FAILED)
    const second = await followed(first, { how: 'remaining' })
    expect(await peopleOf(second)).toEqual([one, two, three])
    const reopened = await db().recipient.findFirstOrThrow({ where: { sendId: second, phone: three } })
    expect(Math.round((Number(reopened.windowClosesAt) - Date.now()) / 3_600_000)).toBe(22)
    expect(await followed(first, { how: 'remaining' })).toBe('nobody')
  })

  it('is for nobody while they wait in the queue', async () => {
    expect(await followed(await makeSend({ phones: phones(3) }), { how: 'remaining' })).toBe('nobody')
  })
})

describe('a press is refused', () => {
  it('until the person has read that uncertain ones are left out', async () => {
    const first = await makeSend({ phones: phones(3) })
    await all(first, FAILED)
    await set(first, two, { status: 'unconfirmed' })
    expect(await follow(first, { acknowledgedUncertain: false })).toEqual({
      ok: false,
      error: { code: 'acknowledgementNeeded', params: { count: 1 } },
    })
    expect((await follow(first)).ok).toBe(true)
  })

  it('until the number is typed, above the one that the administrator set', async () => {
    const first = await makeSend({ phones: phones(3) })
    await all(first, FAILED)
    await db().sendingRules.create({ data: { confirmAbove: 2 } })
    const needed = { ok: false, error: { code: 'confirmationNeeded', params: { count: 3 } } }
    expect(await follow(first)).toEqual(needed)
    expect(await follow(first, { confirmCount: 2 })).toEqual(needed)
    expect((await follow(first, { confirmCount: 3 })).ok).toBe(true)
  })

  it('where it would go elsewhere than the first one, or there is none', async () => {
    const first = await makeSend()
    await all(first, FAILED)
    expect(await followed(first, { gateway: 'vectalk' })).toBe('gatewayChanged')
    expect(await followed(randomUUID())).toBe('notFound')
  })
})
