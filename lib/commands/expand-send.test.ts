import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { db } from '@/lib/db/client'
import { createTestDatabase } from '@/lib/testing/database'
import { expandAll, makeListSend, rowsOf } from '@/lib/testing/list-send'
import { cancelSend } from './cancel-send'
import { expandSend } from './expand-send'

const database = createTestDatabase()
beforeEach(() => database.truncate())

const worker = systemActor('worker')
const sendOf = (id: string) => db().send.findUniqueOrThrow({ where: { id } })
const people = () => db().recipient.findMany({ orderBy: { id: 'asc' } })

describe('writing recipients down', () => {
  it('takes whom the verdicts take, with their values, names and windows', async () => {
    const [first, second, third] = rowsOf(3)
    if (!first || !second || !third) throw new Error('There are three rows.')
    const windowClosesAt = new Date('2026-12-01T12:00:00Z')
    const id = await makeListSend([
      { ...first, windowClosesAt },
      { ...second, verdict: 'optedOut' },
      { ...third, verdict: 'unknown', values: null, name: null },
    ])
    await expandAll()
    expect(await people()).toMatchObject([
      { phone: first.phone, name: 'Pessoa 0', values: { pedido: '0' }, windowClosesAt, status: 'queued' },
      { phone: third.phone, name: null, values: null, windowClosesAt: null, status: 'queued' },
    ])
    expect(await sendOf(id)).toMatchObject({ state: 'running', recipientCount: 2, expandedLine: 3 })
  })

  it('takes a person in two spellings once, and counts who is there', async () => {
    const id = await makeListSend([{ phone: '+5511987654321' }, { phone: '+551187654321' }])
    await expandAll()
    expect((await people()).map(({ phone }) => phone)).toEqual(['+5511987654321'])
    expect(await sendOf(id)).toMatchObject({ recipientCount: 1 })
  })

  it('goes on where it was left, and lets nobody start before all are there', async () => {
    const id = await makeListSend(rowsOf(7))
    const steps = []
    for (let i = 0; i < 5; i++) {
      const step = await expandSend(worker, 2)
      const { state, expandedLine } = await sendOf(id)
      steps.push([step?.done, state, expandedLine, await db().recipient.count()])
    }
    expect(steps).toEqual([
      [false, 'preparing', 2, 2],
      [false, 'preparing', 4, 4],
      [false, 'preparing', 6, 6],
      [true, 'running', 7, 7],
      [undefined, 'running', 7, 7],
    ])
  })

  it('waits for its time where it has one', async () => {
    const later = await makeListSend(rowsOf(1), { plan: { startsAt: new Date(Date.now() + 3_600_000).toISOString() } })
    const past = await makeListSend(rowsOf(1), { plan: { startsAt: '2020-01-01T00:00:00Z' } })
    await expandAll()
    expect((await sendOf(later)).state).toBe('scheduled')
    expect((await sendOf(past)).state).toBe('running')
  })

  it('stops where the Send is canceled, whose number is then of those who are there', async () => {
    const id = await makeListSend(rowsOf(6))
    await expandSend(worker, 2)
    expect(await cancelSend(worker, id)).toMatchObject({ ok: true })
    expect(await expandSend(worker, 2)).toBeNull()
    expect((await people()).map(({ status }) => status)).toEqual(['canceled', 'canceled'])
    expect(await sendOf(id)).toMatchObject({ state: 'canceled', recipientCount: 2, finishedAt: expect.any(Date) })
  })

  it('by several workers, whose connections break again and again, takes each once and misses none', async () => {
    const total = 3_000
    const id = await makeListSend(rowsOf(total))
    let busy = true
    const work = async () => {
      while (busy) if ((await expandSend(worker, 50).catch(() => undefined)) === null) await new Promise(setImmediate)
    }
    const workers = [work(), work(), work()]
    for (let kill = 0; kill < 8; kill++) {
      const before = (await sendOf(id).catch(() => null))?.expandedLine ?? 0
      await expect.poll(async () => Number((await progress())?.expanded_line), { interval: 1 }).toBeGreaterThan(before)
      await database.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      )
    }
    await expect.poll(async () => (await progress())?.state, { timeout: 30_000 }).toBe('running')
    busy = false
    await Promise.all(workers)
    expect(await progress()).toEqual({ state: 'running', expanded_line: total, recipient_count: total, n: total })
  })
})

/** By a connection that nobody breaks. */
async function progress() {
  const [row] = await database.query(
    `select state::text, expanded_line, recipient_count,
       (select count(distinct phone)::int from recipient where send_id = send.id) as n from send`,
  )
  return row
}
