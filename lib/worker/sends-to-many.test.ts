import { describe, expect, it } from 'vitest'
import { cancelSend } from '@/lib/commands/cancel-send'
import { changeSendPace } from '@/lib/commands/change-send-pace'
import { pauseSend } from '@/lib/commands/pause-send'
import { resumeSend } from '@/lib/commands/resume-send'
import { db } from '@/lib/db/client'
import { parseCallbackData } from '@/lib/domain/callback-data'
import { fillMessage } from '@/lib/domain/fill-message'
import type { ListMessage } from '@/lib/domain/list-message'
import { toPayload } from '@/lib/domain/list-message-payload'
import type { VariableValues } from '@/lib/domain/variable-values'
import type { Sandbox } from '@/lib/sandbox/sandbox'
import { GREETING, makeListSend, rowsOf } from '@/lib/testing/list-send'
import { allowPace, makeSend, phones } from '@/lib/testing/send'
import { createWorkerBench, PATIENT } from '@/lib/testing/worker'
import type { DispatchLoopOptions } from './dispatch-loop'

const { database, worker, sandbox, loop, atEnd } = createWorkerBench()

function loops(count: number, server: Sandbox, options: Partial<DispatchLoopOptions> = {}) {
  for (let i = 0; i < count; i++) loop({ sandbox: server.url }, options)
}

async function counts(sendId?: string): Promise<Record<string, number>> {
  const rows = await database.query<{ status: string; n: number }>(
    'select status::text, count(*)::int as n from recipient where $1::uuid is null or send_id = $1::uuid group by status',
    [sendId ?? null],
  )
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]))
}
const reaches = (expected: Record<string, number>, sendId?: string) =>
  expect.poll(() => counts(sendId), PATIENT).toEqual(expected)
const stateOf = async (id: string) => (await db().send.findUniqueOrThrow({ where: { id } })).state
const set = (id: string, assignment: string) => database.query(`update send set ${assignment} where id = $1`, [id])

const receivedOnce = (server: Sandbox) => {
  const to = server.messages().map((message) => message.to)
  expect(new Set(to).size).toBe(to.length)
  return to.length
}
/** As summed up from every change, against a count of the people themselves. */
const expectCountsRight = async () =>
  expect(
    await database.query(
      `select send_id, status::text, sum(delta)::int as n from send_count group by 1, 2 having sum(delta) <> 0 order by 1, 2`,
    ),
  ).toEqual(
    await database.query('select send_id, status::text, count(*)::int as n from recipient group by 1, 2 order by 1, 2'),
  )

describe('a Send to a list', () => {
  it('goes from its lines to its end by itself, each with their own words, to the byte', async () => {
    const server = await sandbox()
    loops(2, server)
    const rows = rowsOf(120).map((row, i) => ({
      ...row,
      values: { pedido: `nº ${i} “é” \\ 🎉`, ...(i % 2 ? { primeiro_nome: ` Zé ${i} ` } : {}) },
    }))
    const id = await makeListSend(rows, { includeRecipientType: true })
    await reaches({ accepted: 120 })
    await expect.poll(() => stateOf(id), PATIENT).toBe('finished')
    expect(receivedOnce(server)).toBe(120)
    const send = await db().send.findUniqueOrThrow({ where: { id }, include: { recipients: true } })
    expect(send.startedAt).not.toBeNull()
    expect(send.finishedAt).not.toBeNull()
    const posted = new Map(server.messages().map(({ to, body }) => [to, body]))
    for (const { phone, values } of send.recipients) {
      const message = fillMessage(send.message as ListMessage, values as VariableValues)
      const rebuilt = JSON.stringify(toPayload(message, phone, { includeRecipientType: true }))
      expect(posted.get(phone.slice(1))).toBe(rebuilt)
    }
    expect(posted.get(rows[1]?.phone.slice(1) ?? '')).toContain('Oi, Zé 1! Seu pedido nº 1 “é”')
    expect(posted.get(rows[0]?.phone.slice(1) ?? '')).toContain('Oi, cliente!')
    await expectCountsRight()
  })

  it('reaches a person in two spellings once', async () => {
    const server = await sandbox()
    loops(2, server)
    const values = { pedido: '1' }
    await makeListSend([
      { phone: '+5511987654321', values },
      { phone: '+551187654321', values },
      { phone: '+5511987654322', values },
    ])
    await reaches({ accepted: 2 })
    expect(
      server
        .messages()
        .map(({ to }) => to)
        .sort(),
    ).toEqual(['5511987654321', '5511987654322'])
  })

  it('sends nobody a message that would not be one with their values', async () => {
    const server = await sandbox()
    const button = '{{primeiro_nome|Ver}}'
    loops(1, server)
    await makeListSend(
      [
        { phone: '+5511987654321', values: { pedido: '1', primeiro_nome: 'A name that is far too long' } },
        { phone: '+5511987654322', values: null },
        { phone: '+5511987654323', values: { pedido: '3' } },
      ],
      { message: { ...GREETING, button } },
    )
    await reaches({ accepted: 1, failed: 2 })
    expect(server.messages().map(({ to }) => to)).toEqual(['5511987654323'])
  })

  it('carries what its statuses hand back, where the gateway passes it', async () => {
    const server = await sandbox()
    const address = { baseUrl: server.url, token: 'any', passesCallbackData: true }
    loops(1, server, { addressFor: async (kind) => (kind === 'sandbox' ? address : null) })
    await makeSend()
    await reaches({ accepted: 1 })
    const body = JSON.parse(server.messages()[0]?.body ?? '{}')
    const { id, attempt } = await db().recipient.findFirstOrThrow()
    expect(parseCallbackData(body.biz_opaque_callback_data)).toEqual({ id, attempt })
  })
})

describe('the people in charge', () => {
  it('pause and resume again and again, and after each answer nothing starts', async () => {
    const server = await sandbox({ latencyMs: 15 })
    await allowPace(database, 400)
    const id = await makeSend({ phones: phones(300) })
    loops(2, server, { inFlight: 10 })
    for (let i = 0; i < 8; i++) {
      const before = server.messages().length
      await expect.poll(() => server.messages().length, PATIENT).toBeGreaterThan(before)
      expect((await pauseSend(worker, id)).ok).toBe(true)
      const paused = server.messages().length
      expect(await counts()).not.toHaveProperty('leased')
      await new Promise((resolve) => setTimeout(resolve, 60))
      expect(server.messages()).toHaveLength(paused)
      expect((await resumeSend(worker, id)).ok).toBe(true)
    }
    await reaches({ accepted: 300 })
    expect(receivedOnce(server)).toBe(300)
    await expectCountsRight()
  })

  it('cancel in the middle, and after the answer nothing starts', async () => {
    const server = await sandbox({ latencyMs: 15 })
    await allowPace(database, 400)
    const id = await makeSend({ phones: phones(400) })
    loops(2, server, { inFlight: 10 })
    await expect.poll(() => server.messages().length, PATIENT).toBeGreaterThan(40)
    expect((await cancelSend(worker, id)).ok).toBe(true)
    const sent = server.messages().length
    await expect.poll(() => counts(), PATIENT).toEqual({ accepted: sent, canceled: 400 - sent })
    await expect
      .poll(async () => (await db().send.findUniqueOrThrow({ where: { id } })).finishedAt, PATIENT)
      .not.toBeNull()
    expect(receivedOnce(server)).toBe(sent)
    expect(sent).toBeLessThan(400)
    await expectCountsRight()
  })

  it('press pause, resume and cancel all at once, and everybody has one end', async () => {
    const server = await sandbox({ latencyMs: 5 })
    const ids = []
    for (let i = 0; i < 4; i++) {
      const people = phones(160).slice(i * 40, i * 40 + 40)
      ids.push(await makeSend({ phones: people }))
    }
    loops(2, server, { inFlight: 10 })
    const presses = ids.flatMap((id) => [
      pauseSend(worker, id),
      resumeSend(worker, id),
      pauseSend(worker, id),
      cancelSend(worker, id),
      resumeSend(worker, id),
    ])
    await Promise.all(presses)
    await expect
      .poll(async () => {
        const { accepted = 0, canceled = 0 } = await counts()
        return accepted + canceled
      }, PATIENT)
      .toBe(160)
    expect(receivedOnce(server)).toBe((await counts()).accepted ?? 0)
    for (const id of ids) expect(['canceled', 'finished']).toContain(await stateOf(id))
    await expectCountsRight()
  })
})

describe('a Send’s own pace', () => {
  it('is kept over two workers, may be changed while it runs, and holds up no other', async () => {
    const server = await sandbox()
    const slow = await makeSend({ phones: phones(60) })
    await set(slow, 'per_second = 10, next_at = now()')
    const quick = await makeSend({ phones: phones(360).slice(60) })
    const startedAt = performance.now()
    loops(2, server)
    await reaches({ accepted: 300 }, quick)
    await expect.poll(async () => (await counts(slow)).accepted ?? 0, PATIENT).toBeGreaterThanOrEqual(12)
    const seconds = (performance.now() - startedAt) / 1_000
    const { queued = 0 } = await counts(slow)
    // Ten a second, half a second's worth to catch up, and the one that is due.
    expect(60 - queued).toBeLessThanOrEqual(10 * seconds + 6)
    await changeSendPace(worker, { sendId: slow, perSecond: null })
    await reaches({ accepted: 360 })
    expect(receivedOnce(server)).toBe(360)
  })
})

describe('the hour', () => {
  it('of a scheduled Send comes without a hand', async () => {
    const server = await sandbox()
    loops(2, server)
    const startsAt = new Date(Date.now() + 3_600_000).toISOString()
    const id = await makeListSend(rowsOf(3), { plan: { startsAt } })
    await expect.poll(() => stateOf(id), PATIENT).toBe('scheduled')
    await makeSend({ phones: ['+5511912345678'] })
    await reaches({ queued: 3, accepted: 1 })
    await set(id, 'starts_at = now()')
    await reaches({ accepted: 4 })
    expect(receivedOnce(server)).toBe(4)
  })

  it('of its quiet begins in mid-run, and nothing leaves until it is over', async () => {
    const server = await sandbox()
    await allowPace(database, 100)
    const id = await makeSend({ phones: phones(150) })
    loops(2, server)
    await expect.poll(() => server.messages().length, PATIENT).toBeGreaterThan(5)
    await set(
      id,
      `time_zone = 'UTC', quiet_from = ((extract(epoch from now())::bigint / 60 + 1439) % 1440)::int,
       quiet_until = ((extract(epoch from now())::bigint / 60 + 60) % 1440)::int`,
    )
    await expect
      .poll(async () => {
        const { leased = 0, sending = 0 } = await counts()
        return leased + sending
      }, PATIENT)
      .toBe(0)
    const sent = server.messages().length
    expect(sent).toBeLessThan(150)
    await makeSend({ phones: ['+5511912345678'] })
    await expect.poll(() => server.messages().length, PATIENT).toBe(sent + 1)
    await set(id, 'quiet_from = null, quiet_until = null')
    await reaches({ accepted: 151 })
    expect(receivedOnce(server)).toBe(151)
  })
})

describe('people', () => {
  it('whose window ends, or who opt out, while they wait in the queue are left out', async () => {
    const server = await sandbox()
    await allowPace(database, 2)
    const list = phones(12)
    for (const [i, phone] of list.entries())
      await database.query(
        `insert into contact (id, person, phone, search_text, updated_at, last_inbound_at)
         values (gen_random_uuid(), $1, $2, '', now(), case when $3 then now() - interval '23 hours 59 minutes' end)`,
        [phone.slice(1), phone, i >= 8],
      )
    const id = await makeSend({ phones: list })
    // Alone: two take their first ones from both ends of the queue.
    loops(1, server)
    await expect.poll(() => server.messages().length, PATIENT).toBeGreaterThan(0)
    await database.query("update contact set last_inbound_at = last_inbound_at - interval '1 hour'")
    await database.query('update contact set opted_out_at = now() where phone = $1', [list[7]])
    loops(1, server)
    await reaches({ accepted: 7, skipped: 5 })
    const skipped = await database.query(
      "select skipped_why as why, count(*)::int as n from recipient where status = 'skipped' group by 1 order by 1",
    )
    expect(skipped).toEqual([
      { why: 'optedOut', n: 1 },
      { why: 'windowClosed', n: 4 },
    ])
    expect(receivedOnce(server)).toBe(7)
    await expect.poll(() => stateOf(id), PATIENT).toBe('finished')
  })

  it('who stand in several Sends get them six seconds apart, whichever worker sends', async () => {
    const times: { to: string; at: number }[] = []
    const server = await sandbox()
    let seen = 0
    const watch = setInterval(() => {
      for (const { to } of server.messages().slice(seen)) times.push({ to, at: performance.now() })
      seen = server.messages().length
    }, 5)
    atEnd(async () => clearInterval(watch))
    const people = phones(5)
    for (let i = 0; i < 2; i++) await makeSend({ phones: people })
    loops(2, server)
    await reaches({ accepted: 10 })
    await expect.poll(() => times.length, PATIENT).toBe(10)
    for (const phone of people) {
      const [first, second] = times.filter(({ to }) => `+${to}` === phone)
      expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(5_900)
    }
  })
})

describe('many Sends', () => {
  it('share the way, so that a small one is through long before a large one', async () => {
    const server = await sandbox()
    await allowPace(database, 100)
    const large = await makeSend({ phones: phones(1_000) })
    loops(2, server)
    await expect.poll(() => server.messages().length, PATIENT).toBeGreaterThan(10)
    const small = await makeSend({ phones: ['+5511912345678', '+5511912345679'] })
    await reaches({ accepted: 2 }, small)
    expect((await counts(large)).queued).toBeGreaterThan(200)
    await cancelSend(worker, large)
  })

  it('that are paused cost the others nothing, however many wait in them', async () => {
    const server = await sandbox()
    const paused = await makeSend({ phones: phones(5_000) })
    await set(paused, "state = 'paused'")
    const other = await makeSend({ phones: ['+5511912345678'] })
    loops(2, server)
    await reaches({ accepted: 1 }, other)
    expect(await counts(paused)).toEqual({ queued: 5_000 })
  })
})
