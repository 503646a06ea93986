import { describe, expect, it } from 'vitest'
import { resumeGateway } from '@/lib/commands/resume-gateway'
import { listen } from '@/lib/db/listen'
import type { GatewayKind } from '@/lib/domain/gateway'
import { SANDBOX_SCENARIOS } from '@/lib/domain/sandbox-scenarios'
import type { Sandbox } from '@/lib/sandbox/sandbox'
import { allowPace, makeSend, phones } from '@/lib/testing/send'
import { createWorkerBench, PATIENT } from '@/lib/testing/worker'

const { database, worker, sandbox, loop, atEnd } = createWorkerBench()

async function counts(): Promise<Record<string, number>> {
  const rows = await database.query<{ status: string; n: number }>(
    'select status::text, count(*)::int as n from recipient group by status',
  )
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]))
}
const reaches = (expected: Record<string, number>) => expect.poll(counts, PATIENT).toEqual(expected)

/** What the waits between two tries would come to: the next one is now. */
async function hurriedCounts() {
  await database.query("update recipient set not_before = now() where status = 'queued' and not_before > now()")
  return counts()
}

const receivedOnce = (...servers: Sandbox[]) => {
  const to = servers.flatMap((server) => server.messages().map((message) => message.to))
  expect(new Set(to).size).toBe(to.length)
  return to.length
}

describe('the dispatch loop', () => {
  it('brings every kind of recipient to its end', async () => {
    const { url } = await sandbox({ slowMs: 3_000 })
    const phoneOf = (ending: string) => `+551198765${ending}`
    await makeSend({ phones: [phoneOf('1234'), ...SANDBOX_SCENARIOS.map(({ ending }) => phoneOf(ending))] })
    loop({ sandbox: url }, { deadlines: { headersMs: 1_000, allMs: 1_500 } })
    await expect.poll(hurriedCounts, PATIENT).toEqual({ accepted: 4, failed: 2, unconfirmed: 5 })
    const rows = await database.query<Record<string, unknown>>(
      `select right(phone, 4) as ending, status::text, error_code, unknown_why, wamid is not null as has_wamid, lease_owner,
         leased_until, attempt, retries from recipient`,
    )
    const settled = { lease_owner: null, leased_until: null }
    const end = (ending: string, status: string, error_code: number | null, unknown_why: string | null, retries = 0) =>
      expect(rows.find((row) => row.ending === ending)).toEqual({
        ...settled,
        attempt: retries + 1,
        retries,
        ending,
        status,
        error_code,
        unknown_why,
        has_wamid: status === 'accepted',
      })
    end('1234', 'accepted', null, null)
    end('1026', 'failed', 131026, null)
    end('1047', 'failed', 131047, null)
    // These pass: each was tried once more.
    end('1056', 'accepted', null, null, 1)
    end('0429', 'accepted', null, null, 1)
    end('0500', 'accepted', null, null, 1)
    end('0502', 'unconfirmed', null, 'serverError')
    end('0408', 'unconfirmed', null, 'timeout')
    end('0104', 'unconfirmed', null, 'reset')
    end('0415', 'unconfirmed', null, 'unreadable')
    end('0204', 'unconfirmed', null, 'noMessageId')
  })

  it('sends what was frozen, recipient type and all', async () => {
    const server = await sandbox()
    await makeSend({ includeRecipientType: true })
    loop({ sandbox: server.url })
    await reaches({ accepted: 1 })
    expect(JSON.parse(server.messages()[0]?.body ?? '')).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: phones(1)[0]?.slice(1),
      type: 'interactive',
      interactive: {
        type: 'list',
        body: { text: 'Escolha um horário' },
        footer: { text: 'Até já' },
        action: {
          button: 'Ver horários',
          sections: [{ title: 'Manhã', rows: [{ id: 'h_09', title: '9 horas', description: 'Centro' }] }],
        },
      },
    })
  })

  it('shared by three sends to nobody twice', async () => {
    const server = await sandbox()
    await makeSend({ phones: phones(1_000) })
    for (let i = 0; i < 3; i++) loop({ sandbox: server.url })
    await reaches({ accepted: 1_000 })
    expect(receivedOnce(server)).toBe(1_000)
  })

  it('hears of a new recipient at once', async () => {
    const server = await sandbox()
    const patient = loop({ sandbox: server.url }, { pollMs: 60_000 })
    const listening = listen('recipient_queued', patient.wake, () => {})
    atEnd(listening.close)
    // The first wake comes with the connection itself.
    await expect
      .poll(() => database.query("select 1 from pg_stat_activity where query like 'listen %recipient%'"), PATIENT)
      .toHaveLength(1)
    await makeSend()
    await reaches({ accepted: 1 })
  })

  it('finds a new recipient by itself where it hears nothing', async () => {
    const server = await sandbox()
    loop({ sandbox: server.url })
    await makeSend()
    await reaches({ accepted: 1 })
  })
})

describe('the gateway', () => {
  it('of a Send is the only one it goes to, and it waits until that is connected', async () => {
    const [rehearsal, real] = [await sandbox(), await sandbox()]
    await makeSend({ gateway: 'vectalk', phones: phones(120) })
    await makeSend({ gateway: 'sandbox', phones: ['+5511987654321'] })
    const gateways: Partial<Record<GatewayKind, string>> = { sandbox: rehearsal.url }
    loop(gateways)
    await reaches({ queued: 120, accepted: 1 })
    expect(rehearsal.messages().map(({ to }) => to)).toEqual(['5511987654321'])
    gateways.vectalk = real.url
    await reaches({ accepted: 121 })
    expect(real.messages()).toHaveLength(120)
    expect(rehearsal.messages()).toHaveLength(1)
  })

  it.each([
    ['', undefined],
    [', telling to wait', '1'],
  ])(
    'that bears less than it is allowed%s slows everybody down, and nobody fails or gets it twice',
    async (_how, retryAfter) => {
      const server = await sandbox({ bears: { perSecond: 25, ...(retryAfter && { retryAfter }) } })
      await allowPace(database, 60)
      await makeSend({ phones: phones(80) })
      for (let i = 0; i < 2; i++) loop({ sandbox: server.url })
      await expect.poll(() => database.query('select 1 from gateway_pace where share < 1'), PATIENT).not.toHaveLength(0)
      await expect.poll(hurriedCounts, PATIENT).toEqual({ accepted: 80 })
      expect(receivedOnce(server)).toBe(80)
    },
  )

  it('that refuses our token stops for everybody, fails nobody, and goes on once a person says so', async () => {
    const server = await sandbox()
    await makeSend({ gateway: 'vectalk', phones: phones(60) })
    const token = { value: 'revoked' }
    for (let i = 0; i < 2; i++) {
      loop(
        {},
        { addressFor: async (kind) => (kind === 'vectalk' ? { baseUrl: server.url, token: token.value } : null) },
      )
    }
    await expect
      .poll(() => database.query("select stopped_code from gateway_pace where gateway = 'vectalk'"), PATIENT)
      .toEqual([{ stopped_code: 190 }])
    await reaches({ queued: 60 })
    expect(await database.query('select max(retries)::int as retries from recipient')).toEqual([{ retries: 0 }])
    await makeSend({ gateway: 'vectalk', phones: phones(1) })
    token.value = 'a-new-token'
    await resumeGateway(worker, 'vectalk')
    await expect.poll(hurriedCounts, PATIENT).toEqual({ accepted: 61 })
    expect(server.messages()).toHaveLength(61)
  })

  it('that complains holds up no other', async () => {
    const [slow, quick] = [await sandbox({ bears: { perSecond: 1, retryAfter: '600' } }), await sandbox()]
    await makeSend({ gateway: 'vectalk', phones: phones(40) })
    loop({ vectalk: slow.url, sandbox: quick.url })
    await expect.poll(() => database.query('select 1 from gateway_pace where share < 1'), PATIENT).toHaveLength(1)
    await makeSend({ phones: phones(200) })
    await expect.poll(async () => quick.messages().length, PATIENT).toBe(200)
    expect(slow.messages().length).toBeLessThan(40)
    expect(await counts()).not.toHaveProperty('failed')
  })

  it('that nobody answers at leaves recipients in the queue, and is tried again', async () => {
    const gone = await sandbox()
    const { port } = gone
    await gone.close()
    await makeSend({ phones: phones(5) })
    loop({ sandbox: gone.url })
    await expect
      .poll(() => database.query('select 1 from recipient where attempt > 0 and status = $1', ['queued']), PATIENT)
      .not.toHaveLength(0)
    expect(await counts()).not.toHaveProperty('unconfirmed')
    const back = await sandbox({ port })
    await reaches({ accepted: 5 })
    expect(receivedOnce(back)).toBe(5)
  })
})

describe('what another worker left behind', () => {
  it('goes out where it was leased, and becomes uncertain, unsent, where it was sending', async () => {
    const server = await sandbox()
    await makeSend({ phones: phones(6) })
    await database.query(
      `update recipient set status = (case when id <= 2 then 'leased' else 'sending' end)::delivery_status, attempt = 1,
         lease_owner = gen_random_uuid(), leased_until = now() - interval '1 second' where id <= 5`,
    )
    loop({ sandbox: server.url })
    await reaches({ accepted: 3, unconfirmed: 3 })
    expect(receivedOnce(server)).toBe(3)
    expect(await database.query("select distinct unknown_why from recipient where status = 'unconfirmed'")).toEqual([
      { unknown_why: 'workerStopped' },
    ])
  })

  it('is settled by the late answer to the same request', async () => {
    const server = await sandbox({ latencyMs: 900 })
    await makeSend()
    loop({ sandbox: server.url }, { sendingLeaseMs: 300 })
    await reaches({ unconfirmed: 1 })
    await reaches({ accepted: 1 })
    expect(receivedOnce(server)).toBe(1)
  })
})

describe('a stop', () => {
  it('finishes what is in flight, gives the rest back, and leaves nothing uncertain', async () => {
    const server = await sandbox({ latencyMs: 300 })
    await makeSend({ phones: phones(300) })
    const first = loop({ sandbox: server.url }, { inFlight: 40 })
    await expect.poll(() => server.messages().length, PATIENT).toBeGreaterThan(0)
    await first.stop()
    const after = await counts()
    expect(Object.keys(after).sort()).toEqual(['accepted', 'queued'])
    expect(server.messages()).toHaveLength(after.accepted ?? 0)
    expect(await database.query('select 1 from recipient where lease_owner is not null')).toEqual([])
    loop({ sandbox: server.url }, { inFlight: 300 })
    await reaches({ accepted: 300 })
    expect(receivedOnce(server)).toBe(300)
  })

  it('is one, however often it is asked for', async () => {
    const started = loop({})
    await Promise.all([started.stop(), started.stop()])
  })
})

describe('a database that goes away', () => {
  it('again and again, in the middle, costs no crash, no loss and no second message', async () => {
    const server = await sandbox({ latencyMs: 20 })
    await makeSend({ phones: phones(400) })
    loop({ sandbox: server.url }, { inFlight: 20, leaseMs: 1_000, sendingLeaseMs: 3_000 })
    for (let i = 1; i <= 6; i++) {
      await expect.poll(() => server.messages().length, PATIENT).toBeGreaterThan(i * 30)
      await database.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      )
    }
    await expect
      .poll(
        async () => {
          const { accepted = 0, unconfirmed = 0 } = await counts()
          return accepted + unconfirmed
        },
        { timeout: 15_000 },
      )
      .toBe(400)
    const received = receivedOnce(server)
    const { accepted = 0 } = await counts()
    // Outcomes wait in the worker while the database is away, so that all of them are known in the end.
    expect(accepted).toBe(received)
  })
})
