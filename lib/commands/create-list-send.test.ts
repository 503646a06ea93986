import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { db } from '@/lib/db/client'
import { toMessageHash } from '@/lib/db/message-hash'
import type { UserActor } from '@/lib/domain/actor'
import { newDraft } from '@/lib/domain/list-draft'
import { createTestDatabase } from '@/lib/testing/database'
import { GREETING, makeJudgedList, PLAN, rowsOf } from '@/lib/testing/list-send'
import { type CreateListSendInput, createListSend } from './create-list-send'

const database = createTestDatabase()
beforeEach(() => database.truncate())

const worker = systemActor('worker')

async function press(more: Partial<CreateListSendInput> = {}, people = 3): Promise<CreateListSendInput> {
  return {
    idempotencyKey: 'k'.repeat(32),
    message: GREETING,
    template: null,
    list: more.list ?? (await makeJudgedList(rowsOf(people))),
    plan: PLAN,
    gateway: 'sandbox',
    includeRecipientType: false,
    confirmCount: null,
    isTest: false,
    ...more,
  }
}

const refused = (code: string, more = {}) => ({ ok: false, error: { code, ...more } })

describe('a Send to a list', () => {
  it('is one row that holds its plan, and nobody yet', async () => {
    const plan = {
      ...PLAN,
      startsAt: '2026-12-01T10:00:00-03:00',
      timeZone: 'America/Manaus',
      quiet: { from: 1200, until: 480 },
      perSecond: 5,
      canary: { size: 2, minutes: 3, maxShare: 0.25 },
      brakeAfter: 7,
      includesClosed: true,
    }
    const made = await createListSend(worker, await press({ plan, includeRecipientType: true }))
    expect(made).toMatchObject({ ok: true, data: { repeated: false } })
    expect(await db().send.findMany()).toMatchObject([
      {
        state: 'preparing',
        message: GREETING,
        messageHash: toMessageHash(GREETING),
        recipientCount: 3,
        startsAt: new Date('2026-12-01T13:00:00Z'),
        timeZone: 'America/Manaus',
        quietFrom: 1200,
        quietUntil: 480,
        perSecond: 5,
        canarySize: 2,
        canaryMinutes: 3,
        canaryMaxShare: 0.25,
        brakeAfter: 7,
        includesClosed: true,
        includesRepeats: false,
        includeRecipientType: true,
        startedAt: null,
      },
    ])
    expect(await db().recipient.count()).toBe(0)
  })

  it('is one however often and from wherever at once its press arrives, even when the list is gone', async () => {
    const input = await press()
    const made = await Promise.all(Array.from({ length: 6 }, () => createListSend(worker, input)))
    const ids = made.map((one) => (one.ok ? one.data.sendId : one.error.code))
    expect(new Set(ids).size).toBe(1)
    expect(made.filter((one) => one.ok && !one.data.repeated)).toHaveLength(1)
    await db().recipientList.deleteMany()
    expect(await createListSend(worker, input)).toEqual({ ok: true, data: { sendId: ids[0], repeated: true } })
  })

  it('under a key that stands for another one is refused', async () => {
    const input = await press()
    await createListSend(worker, input)
    const others = [
      { ...input, list: await makeJudgedList(rowsOf(2)) },
      { ...input, isTest: true },
      { ...input, plan: { ...PLAN, includesClosed: true } },
      { ...input, message: { ...GREETING, body: 'Outra' } },
    ]
    for (const other of others) expect(await createListSend(worker, other)).toEqual(refused('idempotencyMismatch'))
    expect(await db().send.count()).toBe(1)
  })

  it('takes those whom its choices take', async () => {
    const verdicts = ['open', 'unknown', 'closed', 'repeated', 'optedOut', 'duplicate', 'invalid', 'tooLong']
    const rows = rowsOf(8).map((row, i) => ({ ...row, verdict: verdicts[i] }))
    const counts = []
    for (const [includesClosed, includesRepeats] of [
      [false, false],
      [true, false],
      [true, true],
    ] as const) {
      const plan = { ...PLAN, includesClosed, includesRepeats }
      const idempotencyKey = `key-${includesClosed}-${includesRepeats}`
      await createListSend(worker, await press({ list: await makeJudgedList(rows), plan, idempotencyKey }))
      counts.push((await db().send.findUniqueOrThrow({ where: { idempotencyKey } })).recipientCount)
    }
    expect(counts).toEqual([2, 3, 4])
  })

  it('to more people than the administrator allows unasked wants their very number', async () => {
    await db().sendingRules.create({ data: { id: 1, confirmAbove: 2 } })
    const input = await press()
    const needed = refused('confirmationNeeded', { params: { count: 3 } })
    expect(await createListSend(worker, input)).toEqual(needed)
    expect(await createListSend(worker, { ...input, confirmCount: 2 })).toEqual(needed)
    expect(await createListSend(worker, { ...input, confirmCount: 3 })).toMatchObject({ ok: true })
  })

  it('is refused where the list is not the one that was shown', async () => {
    const list = await makeJudgedList(rowsOf(1))
    const set = (data: object) => db().recipientList.update({ where: { id: list.id }, data })
    const ask = async (more: Partial<CreateListSendInput> = {}) =>
      createListSend(worker, await press({ list, ...more }))
    expect(await ask({ list: { ...list, revision: 7 } })).toEqual(refused('listChanged'))
    expect(await ask({ message: { ...GREETING, body: 'Outra' } })).toEqual(refused('listChanged'))
    expect(await ask({ gateway: 'vectalk' })).toEqual(refused('listChanged'))
    expect(await ask({ template: { id: list.id, version: 1 } })).toEqual(refused('listChanged'))
    expect(await ask({ list: { id: '019aa4d5-6f0e-7c3e-9a0a-5a3f6b1c2d3e', revision: 1 } })).toEqual(
      refused('listNotFound'),
    )
    await set({ state: 'judging' })
    expect(await ask()).toEqual(refused('listNotReady'))
    await set({ state: 'judged', verdicts: { closed: 1 } })
    expect(await ask()).toEqual(refused('nobody'))
    expect(await db().send.count()).toBe(0)
  })

  it('is only for whose list it is', async () => {
    const ana = { kind: 'user', userId: '019aa4d5-6f0e-7c3e-9a0a-5a3f6b1c2d3e', role: 'admin' } as UserActor
    expect(await createListSend(ana, await press())).toEqual(refused('listNotFound'))
  })

  it('of a message that could leave for nobody is refused', async () => {
    const made = await createListSend(worker, await press({ message: { ...GREETING, footer: '{{nom' } }))
    expect(made).toMatchObject(refused('invalid'))
  })

  it('counts as a use of its template, once, unless it is a test', async () => {
    const template = await db().listTemplate.create({ data: { name: 'Aviso', draft: newDraft(), searchText: 'aviso' } })
    const send = async (idempotencyKey: string, isTest: boolean) => {
      const list = await makeJudgedList(rowsOf(2), { templateId: template.id })
      const input = await press({ idempotencyKey, isTest, list, template: { id: template.id, version: 1 } })
      for (let i = 0; i < 2; i++) await createListSend(worker, input)
      const { timesUsed, sentRowIds } = await db().listTemplate.findUniqueOrThrow({ where: { id: template.id } })
      return { timesUsed, sentRowIds }
    }
    expect(await send('a test of it', true)).toEqual({ timesUsed: 0, sentRowIds: [] })
    expect(await send('the real one', false)).toEqual({ timesUsed: 1, sentRowIds: ['retirar'] })
  })
})
