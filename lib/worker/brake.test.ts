import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { followSend } from '@/lib/commands/follow-send'
import { resumeSend } from '@/lib/commands/resume-send'
import type { Sandbox } from '@/lib/sandbox/sandbox'
import { allowPace, makeSend } from '@/lib/testing/send'
import { createWorkerBench, PATIENT } from '@/lib/testing/worker'

const { database, worker, sandbox, loop } = createWorkerBench()
let server: Sandbox

beforeEach(async () => {
  await allowPace(database, 60)
  server = await sandbox()
})

function loops(count: number): void {
  for (let i = 0; i < count; i++) loop({ sandbox: server.url }, { judgeMs: 20, settleMs: 50 })
}

const people = (count: number, ending: string, from = 0): string[] =>
  Array.from({ length: count }, (_, i) => `+55119${String(from + i).padStart(4, '0')}${ending}`)

const send = async () => {
  const [row] = await database.query<{ state: string; paused_why: string | null; paused_code: number | null }>(
    'select state::text, paused_why, paused_code from send',
  )
  return row
}
const count = async (...statuses: string[]) => {
  const [row] = await database.query<{ n: number }>(
    'select count(*)::int as n from recipient where status::text = any($1)',
    [statuses],
  )
  return row?.n ?? 0
}

/** Ten go ahead. */
async function makeCanary(phones: string[], minutes: number): Promise<string> {
  const id = await makeSend({ phones })
  await database.query('update send set canary_size = 10, canary_minutes = $1, canary_max_share = 0.3', [minutes])
  return id
}

describe('the first ten', () => {
  it('go ahead alone, and the rest follows when few of them failed', async () => {
    await makeCanary([...people(3, '1026'), ...people(37, '7777')], 1)
    loops(2)
    await expect.poll(() => count('accepted', 'failed'), PATIENT).toBe(10)
    expect(server.messages()).toHaveLength(7)
    await database.query(
      "update recipient set settled_at = settled_at - interval '1 minute' where settled_at is not null",
    )
    await expect.poll(() => count('accepted'), PATIENT).toBe(37)
    expect(await count('failed')).toBe(3)
  })

  it('hold up the rest when more of them failed, until a person resumes', async () => {
    const id = await makeCanary([...people(4, '1026'), ...people(36, '7777')], 0)
    loops(2)
    await expect.poll(send, PATIENT).toEqual({ state: 'paused', paused_why: 'canary', paused_code: 131026 })
    expect(server.messages().length).toBeLessThanOrEqual(6)
    await resumeSend(worker, id)
    await expect.poll(() => count('accepted'), PATIENT).toBe(36)
  })
})

describe('the brake', () => {
  it('takes hold when one code repeats, and counts anew once a person resumes', async () => {
    const id = await makeSend({ phones: people(300, '1026') })
    const braked = { state: 'paused', paused_why: 'brake', paused_code: 131026 }
    loops(2)
    await expect.poll(send, PATIENT).toEqual(braked)
    // What was on its way is settled yet.
    await expect.poll(() => count('leased', 'sending'), PATIENT).toBe(0)
    const failed = await count('failed')
    expect(failed).toBeGreaterThanOrEqual(20)
    expect(failed).toBeLessThan(300)
    await resumeSend(worker, id)
    await expect.poll(send, PATIENT).toEqual(braked)
    expect(await count('failed')).toBeGreaterThanOrEqual(failed + 20)
  })

  it.each([
    ['answer with an unexplained fault', '0502', null],
    ['are told of a fault of theirs', '0500', 131000],
  ])('takes hold when most requests %s', async (_, ending, code) => {
    await makeSend({ phones: people(120, ending) })
    loops(1)
    await expect.poll(send, PATIENT).toEqual({ state: 'paused', paused_why: 'brake', paused_code: code })
    expect(await count('queued', 'leased')).toBeGreaterThan(0)
    expect(await count('failed')).toBe(0)
  })
})

describe('a Send that follows another', () => {
  it('goes out to those who failed, and to nobody else', async () => {
    const phones = people(30, '7777')
    const id = await makeSend({ phones })
    await database.query(
      `update recipient set status = (case when id % 10 = 0 then 'failed' else 'accepted' end)::delivery_status,
         sending_at = now(), settled_at = now()`,
    )
    loops(2)
    const press = { sendId: id, how: 'failed', idempotencyKey: randomUUID(), gateway: 'sandbox' } as const
    const made = await followSend(worker, { ...press, acknowledgedUncertain: false })
    expect(made.ok).toBe(true)
    await expect.poll(() => count('accepted'), PATIENT).toBe(30)
    const failed = [phones[9], phones[19], phones[29]].map((phone) => phone?.slice(1))
    expect(
      server
        .messages()
        .map(({ to }) => to)
        .sort(),
    ).toEqual(failed)
  })
})

describe('what is uncertain', () => {
  it('is found in the gateway’s list, and nobody gets it twice', async () => {
    await makeSend({ phones: [...people(3, '0104'), ...people(2, '0502'), ...people(2, '7777')] })
    loops(2)
    await expect.poll(() => count('accepted', 'unconfirmed'), PATIENT).toBe(7)
    expect(await count('unconfirmed')).toBe(5)
    await database.query(
      `update recipient set settled_at = settled_at - interval '20 seconds', sending_at = sending_at - interval '20 seconds'
       where status = 'unconfirmed'`,
    )
    await expect.poll(() => count('accepted'), PATIENT).toBe(5)
    expect(await count('unconfirmed')).toBe(2)
    expect(server.messages()).toHaveLength(5)
  })
})
