import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { toPersonKey } from '@/lib/domain/person-key'
import { createTestDatabase } from '@/lib/testing/database'
import { makeSend, phones } from '@/lib/testing/send'
import { type ClaimedRecipient, claimRecipients } from './claim-recipients'
import { startSending } from './start-sending'

const database = createTestDatabase()
beforeEach(() => database.truncate())

const worker = systemActor('worker')
const [ana] = phones(1) as [string]

type Hands = { owner: string; claimed: ClaimedRecipient[] }

async function claim(): Promise<Hands> {
  const owner = randomUUID()
  return { owner, claimed: await claimRecipients(worker, { owner, gateway: 'sandbox', limit: 99, leaseMs: 30_000 }) }
}
const start = ({ owner, claimed }: Hands) =>
  startSending(worker, { owner, gateway: 'sandbox', recipients: claimed, leaseMs: 30_000 })

const makeContact = (phone: string, { inboundHoursAgo = null as number | null, optedOut = false } = {}) =>
  database.query(
    `insert into contact (id, person, phone, search_text, updated_at, last_inbound_at, opted_out_at)
     values (gen_random_uuid(), $1, $2, '', now(), now() - $3 * interval '1 hour', case when $4 then now() end)`,
    [toPersonKey(phone), phone, inboundHoursAgo, optedOut],
  )
const rows = () =>
  database.query(
    `select status::text, skipped_why, settled_at is not null as settled, sending_at is not null as began,
       lease_owner is not null as leased,
       extract(epoch from not_before - (select max(sending_at) from recipient))::float8 as after_s
     from recipient order by id`,
  )
const gone = { leased: false, began: false }

describe('at the instant of sending', () => {
  it('who has opted out since is left out', async () => {
    await makeSend({ phones: phones(2) })
    const hands = await claim()
    await makeContact(ana, { optedOut: true, inboundHoursAgo: 1 })
    expect((await start(hands)).size).toBe(1)
    expect(await rows()).toMatchObject([
      { status: 'skipped', skipped_why: 'optedOut', settled: true, ...gone },
      { status: 'sending', skipped_why: null, settled: false, leased: true, began: true },
    ])
  })

  it.each([
    ['is left out whose 24 hours have ended', 24.02, false, 'skipped'],
    ['goes on where they end soon', 23.98, false, 'sending'],
    ['goes on where the Send includes such people', 200, true, 'sending'],
    ['goes on of whom nothing inbound is known', null, false, 'sending'],
  ])('a person %s', async (_, inboundHoursAgo, includesClosed, status) => {
    await makeContact(ana, { inboundHoursAgo })
    const id = await makeSend()
    await database.query('update send set includes_closed = $2 where id = $1', [id, includesClosed])
    await start(await claim())
    expect(await rows()).toMatchObject([{ status, skipped_why: status === 'skipped' ? 'windowClosed' : null }])
  })

  it.each([
    ['paused', 'queued', false],
    ['scheduled', 'queued', false],
    ['canceled', 'canceled', true],
  ])('nobody goes on of a Send that is %s', async (state, status, settled) => {
    const id = await makeSend({ phones: phones(2) })
    const hands = await claim()
    await database.query(`update send set state = $2::send_state where id = $1`, [id, state])
    expect(await start(hands)).toEqual(new Set())
    expect(await rows()).toMatchObject(Array(2).fill({ status, settled, skipped_why: null, ...gone }))
  })

  it('nobody goes on whose Send has come into its quiet hours', async () => {
    const id = await makeSend()
    const hands = await claim()
    await database.query(
      `update send set time_zone = 'UTC', quiet_from = m, quiet_until = (m + 60) % 1440
       from (select (extract(epoch from now() at time zone 'UTC')::bigint / 60 % 1440)::int as m) clock where id = $1`,
      [id],
    )
    expect(await start(hands)).toEqual(new Set())
    expect(await rows()).toMatchObject([{ status: 'queued', ...gone }])
  })

  it('what was allowed and not posted is judged anew when it is asked for again', async () => {
    const id = await makeSend()
    const hands = await claim()
    expect((await start(hands)).size).toBe(1)
    expect((await start(hands)).size).toBe(1)
    await database.query(`update send set state = 'paused' where id = $1`, [id])
    expect(await start(hands)).toEqual(new Set())
    expect(await rows()).toMatchObject([{ status: 'queued', ...gone }])
  })
})

describe('the pair limit', () => {
  it('lets one of two messages to a person go, and the other follow later, however their number is written', async () => {
    await makeSend({ phones: ['+5511987654321'] })
    await makeSend({ phones: ['+551187654321'] })
    expect((await start(await claim())).size).toBe(1)
    expect(await rows()).toMatchObject([{ status: 'sending' }, { status: 'queued', after_s: 8, ...gone }])
  })

  it('counts from the last one, which may have its answer already', async () => {
    await makeSend()
    await start(await claim())
    await database.query(`update recipient set status = 'accepted', sending_at = now() - interval '5 seconds'`)
    await makeSend()
    expect(await start(await claim())).toEqual(new Set())
    expect(await rows()).toMatchObject([{ status: 'accepted' }, { status: 'queued', after_s: 8 }])
    await database.query(`update recipient set sending_at = now() - interval '9 seconds', not_before = now()`)
    expect((await start(await claim())).size).toBe(1)
  })

  it('is of one gateway: a rehearsal delays nothing real', async () => {
    await makeSend({ gateway: 'vectalk' })
    await database.query(`update recipient set status = 'accepted', sending_at = now()`)
    await makeSend()
    expect((await start(await claim())).size).toBe(1)
  })

  it('does not count a person’s message that was left out', async () => {
    const [canceled] = [await makeSend(), await makeSend()]
    const hands = await claim()
    await database.query(`update send set state = 'canceled' where id = $1`, [canceled])
    expect((await start(hands)).size).toBe(1)
    expect(await rows()).toMatchObject([{ status: 'canceled' }, { status: 'sending' }])
  })

  it('holds over any number of workers that ask at the same instant', async () => {
    const people = phones(20)
    for (let i = 0; i < 6; i++) await makeSend({ phones: people })
    const hands: Hands[] = []
    for (let i = 0; i < 6; i++) {
      const owner = randomUUID()
      const claimed = await claimRecipients(worker, { owner, gateway: 'sandbox', limit: 20, leaseMs: 30_000 })
      hands.push({ owner, claimed })
    }
    const started = await Promise.all(hands.map(start))
    expect(started.reduce((sum, ids) => sum + ids.size, 0)).toBe(20)
    const [row] = await database.query(
      `select count(distinct person)::int as people, count(*)::int as n from recipient where status = 'sending'`,
    )
    expect(row).toEqual({ people: 20, n: 20 })
  })
})

it('a worker that stands still within its question is not waited for for long', async () => {
  await makeSend({ phones: phones(2) })
  const hands = await claim()
  const { default: pg } = await import('pg')
  const still = new pg.Client({ connectionString: database.url() })
  still.on('error', () => {})
  await still.connect()
  await still.query('begin')
  await still.query(
    `select set_config('idle_in_transaction_session_timeout', '2000', true),
       pg_advisory_xact_lock(hashtextextended('listazap: gateway sandbox', 0))`,
  )
  expect((await start(hands)).size).toBe(2)
  await still.end().catch(() => {})
})
