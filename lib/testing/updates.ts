import { beforeEach, expect } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { recordUpdates } from '@/lib/commands/record-updates'
import type { GatewayKind } from '@/lib/domain/gateway'
import type { WebhookUpdates } from '@/lib/domain/webhook-update'
import { createTestDatabase } from './database'
import { makeSend, phones } from './send'
import { toUpdates } from './webhook'

const NOW = Math.floor(Date.now() / 1000) * 1000
export const minutesAgo = (minutes: number) => new Date(NOW - minutes * 60_000)

export const FAILED = { error: { code: 131047, title: 'Re-engagement message', details: 'More than 24 hours' } }

export const shuffled = <Item>(items: Item[]): Item[] =>
  items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)

type Row = Record<string, unknown>

/** An empty database before each test of this file; what the provider tells is recorded into it, and read from it again. */
export function createUpdatesBench() {
  const database = createTestDatabase()
  const actor = systemActor('webhook')
  beforeEach(() => database.truncate())

  const rows = () =>
    database.query<Row>(
      `select id::text, phone, wamid, status::text, sent_at, delivered_at, read_at, failed_at, replied_at, chose_row_id, chose_at,
         error_code, error_title, error_details, unknown_why from recipient r order by r.id`,
    )

  return {
    database,
    actor,
    /** A Send to so many people, all accepted: wamid.0, wamid.1 … */
    async accepted(count = 1, input: Parameters<typeof makeSend>[0] = {}): Promise<string> {
      const id = await makeSend({ phones: phones(count), ...input })
      await database.query(
        `update recipient r set status = 'accepted', attempt = 1, sending_at = now() - interval '1 hour',
           settled_at = now() - interval '1 hour', wamid = $2 || (n.n - 1)
         from (select id, row_number() over (order by id) as n from recipient where send_id = $1) n
         where n.id = r.id`,
        [id, `wamid.${input.idempotencyKey ?? ''}`],
      )
      return id
    },
    record: (parts: Partial<WebhookUpdates>, gateway: GatewayKind = 'sandbox') =>
      recordUpdates(actor, toUpdates(parts), { gateway, source: 'webhook', bytes: 100 }),
    rows,
    row: async () => (await rows())[0],
    events: () =>
      database.query<Row>('select wamid, status, at, recipient_id::text from status_event order by wamid, status'),
    inbound: () =>
      database.query<Row>(
        'select wamid, kind, recipient_id::text, send_id, linked_by, row_id, text, person from inbound_message order by id',
      ),
    contacts: () =>
      database.query<Row>('select person, phone, name, search_text, last_inbound_at from contact order by person'),
    /** The counters of all Sends against the rows themselves. */
    async expectCountsToHold(): Promise<void> {
      const counted = await database.query(
        'select send_id, status::text, sum(delta)::int as n from send_count group by 1, 2 having sum(delta) <> 0 order by 1, 2',
      )
      const recounted = await database.query(
        'select send_id, status::text, count(*)::int as n from recipient group by 1, 2 order by 1, 2',
      )
      expect(counted).toEqual(recounted)
    },
  }
}
