import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { cleanUp } from '@/lib/commands/clean-up'
import { judgeRecipientList } from '@/lib/commands/judge-recipient-list'
import { db } from '@/lib/db/client'
import { EXPORT_RUN_DAYS } from '@/lib/domain/message-export'
import { UNSAVED_DRAFT_DAYS } from '@/lib/domain/unsaved-draft'
import { WEBHOOK_DELIVERY_DAYS } from '@/lib/domain/webhook-settings'
import { getRecipientList } from '@/lib/queries/recipient-lists'
import { createTestDatabase } from '@/lib/testing/database'
import { expandAll, makeJudgedList, makeListSend, rowsOf } from '@/lib/testing/list-send'
import { makeActor, makeList, question } from '@/lib/testing/recipient-list'
import { startHousekeeping } from './housekeeping'

const database = createTestDatabase()
const worker = systemActor('worker')
const [past, future] = [new Date(Date.now() - 60_000), new Date(Date.now() + 3_600_000)]

beforeEach(() => database.truncate())

async function clutter(): Promise<void> {
  const { id: userId } = await db().user.create({ data: { name: 'Ana', email: `${Math.random()}@example.com` } })
  for (const expiresAt of [past, future]) {
    await db().session.create({ data: { userId, expiresAt, token: `${Math.random()}` } })
    await db().verification.create({ data: { identifier: 'x', value: 'y', expiresAt } })
    await db().rateLimit.create({ data: { key: `${Math.random()}`, points: 1, expire: expiresAt } })
    await db().shareLink.create({
      data: {
        createdById: userId,
        tokenHash: `${Math.random()}`,
        draft: {},
        expiresAt: new Date(expiresAt.getTime() - 90 * 24 * 3_600_000),
      },
    })
    await db().recipientList.create({
      data: { createdById: userId, source: 'text', expiresAt, rows: { create: { line: 1, cells: ['1'] } } },
    })
    await db().webhookDelivery.create({
      data: {
        receivedAt: new Date(expiresAt.getTime() - WEBHOOK_DELIVERY_DAYS * 24 * 3_600_000),
        bytes: 1,
        statuses: 0,
        messages: 0,
        repeated: 0,
        unknown: 0,
      },
    })
    await db().exportRun.create({
      data: {
        id: randomUUID(),
        userId,
        createdAt: new Date(expiresAt.getTime() - EXPORT_RUN_DAYS * 24 * 3_600_000),
      },
    })
    await db().unsavedDraft.create({
      data: {
        userId,
        place: `${expiresAt.getTime()}`,
        tab: 'one.1',
        draft: {},
        savedAt: new Date(expiresAt.getTime() - UNSAVED_DRAFT_DAYS * 24 * 3_600_000),
      },
    })
  }
}

const left = async () => [
  await db().session.count(),
  await db().verification.count(),
  await db().rateLimit.count(),
  await db().shareLink.count(),
  await db().unsavedDraft.count(),
  await db().recipientListRow.count(),
  await db().webhookDelivery.count(),
  await db().exportRun.count(),
]

describe('the clean-up', () => {
  it('deletes what has expired, and nothing else', async () => {
    await clutter()
    expect(await cleanUp(worker)).toEqual({
      sessions: 1,
      verifications: 1,
      rateLimits: 1,
      shareLinks: 1,
      unsavedDrafts: 1,
      recipientLists: 1,
      webhookDeliveries: 1,
      exportRuns: 1,
    })
    expect(await left()).toEqual([1, 1, 1, 1, 1, 1, 1, 1])
    expect(await cleanUp(worker)).toEqual({
      sessions: 0,
      verifications: 0,
      rateLimits: 0,
      shareLinks: 0,
      unsavedDrafts: 0,
      recipientLists: 0,
      webhookDeliveries: 0,
      exportRuns: 0,
    })
  })
})

describe('a list of recipients', () => {
  it('stays past its days while a Send is written down from it, and goes with the next clean-up', async () => {
    const list = await makeJudgedList(rowsOf(3))
    await makeListSend(rowsOf(3), { list })
    const tomorrow = new Date(Date.now() + 2 * 24 * 3_600_000)
    expect(await cleanUp(worker, tomorrow)).toMatchObject({ recipientLists: 0 })
    await expandAll()
    expect(await cleanUp(worker, tomorrow)).toMatchObject({ recipientLists: 1 })
    expect(await db().recipientListRow.count()).toBe(0)
    expect(await db().recipient.count()).toBe(3)
  })
})

describe('the housekeeping', () => {
  const housekeeping = startHousekeeping(worker)
  afterAll(() => housekeeping.stop())

  const order = () =>
    expect
      .poll(() => database.query("select graphile_worker.add_job('clean_up')").catch(() => []), { timeout: 15_000 })
      .not.toHaveLength(0)
  /** A connection that was ended is found out by its next use: until none is left. */
  const hasRecovered = () =>
    expect
      .poll(async () => (await Promise.allSettled(Array.from({ length: 20 }, left))).every(isFulfilled), {
        timeout: 15_000,
      })
      .toBe(true)
  const isFulfilled = ({ status }: { status: string }) => status === 'fulfilled'
  const isCleaned = () => expect.poll(left, { timeout: 25_000 }).toEqual([1, 1, 1, 1, 1, 1, 1, 1])

  it('cleans up when its hour comes', async () => {
    await clutter()
    await order()
    await isCleaned()
  }, 40_000)

  it('judges a list that somebody asks about', async () => {
    await order()
    const actor = await makeActor()
    const listId = await makeList(actor, 'Nome;Fone;Pedido\nAna;11987654321;1\n')
    await judgeRecipientList(actor, question(listId))
    const state = async () => (await getRecipientList(actor, listId))?.state
    await expect.poll(state, { timeout: 25_000 }).toBe('judged')
  }, 40_000)

  it('goes on after the database threw everybody out', async () => {
    await database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    )
    await hasRecovered()
    await clutter()
    await order()
    await isCleaned()
  }, 60_000)
})
