import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { toPayload } from '@/lib/domain/list-message-payload'
import { createSandbox, type Sandbox } from '@/lib/sandbox/sandbox'
import { createTestDatabase } from '@/lib/testing/database'
import { MESSAGE, makeSend, phones } from '@/lib/testing/send'
import { postMessage } from '@/lib/whatsapp/client'
import { closePools } from '@/lib/whatsapp/exchange'
import { readMessageList } from './read-message-list'
import { recordUpdates } from './record-updates'

const database = createTestDatabase()
const worker = systemActor('worker')
const token = 'any'
let sandbox: Sandbox

beforeEach(async () => {
  await database.truncate()
  sandbox = await createSandbox()
})
afterEach(async () => {
  await closePools()
  await sandbox.close()
})

const read = (baseUrl = sandbox.url, isStopping?: () => boolean) =>
  readMessageList(worker, {
    gateway: 'sandbox',
    address: { baseUrl, token },
    pauseMs: 0,
    ...(isStopping && { isStopping }),
  })

/** Everybody of a Send, as the dispatch loop would have left them. */
async function send(people: string[]): Promise<string[]> {
  const id = await makeSend({ phones: people })
  const wamids: string[] = []
  for (const phone of people) {
    const posted = await postMessage({ baseUrl: sandbox.url, token }, toPayload(MESSAGE, phone))
    if (posted.kind !== 'accepted') throw new Error(posted.kind)
    wamids.push(posted.wamid)
    await database.query(
      `update recipient set status = 'accepted', attempt = 1, wamid = $3, wa_id = $4, sending_at = now(), settled_at = now()
       where send_id = $1 and phone = $2`,
      [id, phone, posted.wamid, posted.waId],
    )
  }
  return wamids
}

async function door(path: string, body: unknown): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const response = await fetch(`${sandbox.url}/_play/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(String(response.status))
}
const become = (wamid: string | undefined, status: string) => door('status', { wamid, status })
const standing = async () =>
  (await database.query<{ status: string }>('select status::text from recipient order by id')).map(
    ({ status }) => status,
  )
const reading = async () =>
  (
    await database.query<{ waits: number; idle: number; problem: string | null }>(
      `select extract(epoch from next_at - now())::float8 as waits, idle, problem from list_reading where gateway = 'sandbox'`,
    )
  )[0]
const due = () => database.query('update list_reading set next_at = now()')
const webhookCame = (ago: string) =>
  database.query(
    `insert into webhook_delivery (received_at, bytes, statuses, messages, repeated, unknown)
     values (now() - $1::interval, 10, 1, 0, 0, 0)`,
    [ago],
  )

describe('without any webhook', () => {
  it('statuses climb by the list alone, and never fall', async () => {
    const [first, second] = await send(phones(2))
    expect(await read()).toEqual({ round: 'read', pages: 1, changed: 0 })
    await become(first, 'read')
    await become(second, 'failed')
    await due()
    expect(await read()).toMatchObject({ round: 'read', changed: 2 })
    expect(await standing()).toEqual(['read', 'failed'])
    await become(second, 'delivered')
    await due()
    expect(await read()).toMatchObject({ changed: 1 })
    await due()
    expect(await read()).toMatchObject({ changed: 0 })
    expect(await standing()).toEqual(['read', 'delivered'])
    const [event] = await database.query('select source, status from status_event where wamid = $1', [first])
    expect(event).toEqual({ source: 'list', status: 'read' })
  })

  it('all pages are read, with a pause between them', async () => {
    const wamids = await send(phones(120))
    for (const wamid of wamids) await become(wamid, 'delivered')
    expect(await read()).toEqual({ round: 'read', pages: 3, changed: 120 })
    expect(new Set(await standing())).toEqual(new Set(['delivered']))
  })

  it('what a customer wrote opens their window', async () => {
    const [wamid] = await send(phones(1))
    await door('reply', { wamid, text: 'boleto' })
    await read()
    const rows = await database.query('select kind, text, person from inbound_message')
    expect(rows).toEqual([{ kind: 'text', text: 'boleto', person: phones(1)[0]?.slice(1) }])
    const [contact] = await database.query<{ open: boolean }>(
      `select last_inbound_at > now() - interval '1 minute' as open from contact`,
    )
    expect(contact).toEqual({ open: true })
  })

  it('messages that are not ours are passed over', async () => {
    await postMessage({ baseUrl: sandbox.url, token }, toPayload(MESSAGE, '+5511987654321'))
    await become(sandbox.messages()[0]?.waMessageId, 'read')
    expect(await read()).toMatchObject({ changed: 0 })
    expect(await database.query('select from status_event')).toHaveLength(0)
  })
})

describe('beside webhooks', () => {
  it('the same fact by both ways is one', async () => {
    const [wamid = ''] = await send(phones(1))
    await become(wamid, 'delivered')
    await read()
    const told = { wamid, status: 'delivered', at: new Date(), callbackData: null, waId: null, error: null, raw: {} }
    const from = { gateway: 'sandbox', source: 'webhook', bytes: 1 } as const
    const again = await recordUpdates(worker, { statuses: [told], messages: [], unknown: [] }, from)
    expect(again).toMatchObject({ statuses: 1, repeated: 1 })
    expect(await database.query('select from status_event')).toHaveLength(1)
  })

  it('a tap that the list told of without its row is told in full by its webhook', async () => {
    const [wamid = ''] = await send(phones(1))
    await door('reply', { wamid, rowId: 'h_09' })
    await read()
    const [listed] = await database.query<{ wamid: string; kind: string }>('select wamid, kind from inbound_message')
    expect(listed?.kind).toBe('other')
    const message = {
      wamid: listed?.wamid ?? '',
      at: new Date(),
      waId: phones(1)[0]?.slice(1) ?? null,
      profileName: 'Ana',
      kind: 'listReply',
      type: 'interactive',
      contextWamid: wamid,
      row: { id: 'h_09', title: '9 horas', description: null },
      text: null,
      raw: {},
    } as const
    const from = { gateway: 'sandbox', source: 'webhook', bytes: 1 } as const
    await recordUpdates(worker, { statuses: [], messages: [message], unknown: [] }, from)
    expect(await database.query('select kind, row_id from inbound_message')).toEqual([
      { kind: 'listReply', row_id: 'h_09' },
    ])
    expect(await database.query('select chose_row_id from recipient')).toEqual([{ chose_row_id: 'h_09' }])
  })

  it('nothing is asked while they come', async () => {
    await send(phones(1))
    await webhookCame('10 seconds')
    expect(await read('http://127.0.0.1:1')).toMatchObject({ round: 'skipped', pages: 0 })
    expect((await reading())?.waits).toBeGreaterThan(50)
  })
})

describe('the reading', () => {
  it('is one worker’s at a time', async () => {
    await send(phones(1))
    const rounds = await Promise.all([read(), read(), read()])
    expect(rounds.map(({ round }) => round).sort()).toEqual(['read', 'waiting', 'waiting'])
  })

  it('comes again within seconds while something is under way, and later and later with nothing new', async () => {
    await send(phones(1))
    await read()
    expect((await reading())?.waits).toBeLessThan(5)
    for (let i = 0; i < 12; i++) {
      await due()
      await read()
    }
    expect((await reading())?.waits).toBeGreaterThan(50)
  })

  it('leaves a gateway without a list alone for hours, and one that is away for a while', async () => {
    await send(phones(1))
    expect(await read(`${sandbox.url}/nothing`)).toMatchObject({ round: 'unusable' })
    expect(await reading()).toMatchObject({ problem: 'unusable', waits: expect.closeTo(6 * 3_600, -2) })
    await due()
    expect(await read('http://127.0.0.1:1')).toMatchObject({ round: 'unreachable' })
    expect(await reading()).toMatchObject({ problem: 'unreachable' })
    await due()
    await read()
    expect(await reading()).toMatchObject({ problem: null })
  })

  it('does not happen where Settings says so', async () => {
    await database.query(
      `insert into webhook_settings (path_secret, verify_token, reads_list, updated_at) values ('a', 'b', false, now())`,
    )
    expect(await read()).toEqual({ round: 'off', pages: 0, changed: 0 })
  })

  it('ends with the page that is under way when its worker stops', async () => {
    await send(phones(60))
    expect(await read(sandbox.url, () => true)).toMatchObject({ round: 'read', pages: 1 })
  })
})
