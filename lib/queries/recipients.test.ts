import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import type { DeliveryStatus } from '@/lib/domain/delivery-status'
import { createTestDatabase } from '@/lib/testing/database'
import { recordSend } from '@/lib/testing/send-record'
import { listRecipients, listTroubles, recipientPageSql } from './recipients'
import { getSend } from './sends'

const database = createTestDatabase()
const actor = systemActor('worker')

beforeEach(() => database.truncate())

describe('the people of a Send', () => {
  it('lists many recipients in pages, by status where asked', async () => {
    const phones = Array.from({ length: 7 }, (_, i) => `+551199999000${i}`)
    const id = await recordSend({ to: phones.map((phone, i) => [phone, i % 2 ? 'leased' : 'failed']) })
    const first = await listRecipients(actor, id, { limit: 4 })
    const second = await listRecipients(actor, id, { limit: 4, after: first.nextCursor })
    expect([...first.recipients, ...second.recipients].map((recipient) => recipient.phone)).toEqual(phones)
    expect(second.nextCursor).toBeNull()
    expect((await listRecipients(actor, id, { group: 'queued' })).recipients).toHaveLength(3)
    expect(await getSend(actor, id)).toMatchObject({ recipient: null, counts: { failed: 4, leased: 3 } })
  })

  it('lists the people of a group, each rung in one order', async () => {
    const rungs: DeliveryStatus[] = ['read', 'accepted', 'failed', 'delivered', 'sent', 'accepted', 'queued']
    const phones = rungs.map((_, i) => `+551199999000${i}`)
    const id = await recordSend({ to: rungs.map((status, i) => [phones[i] ?? '', status]) })
    const first = await listRecipients(actor, id, { group: 'accepted', limit: 3 })
    const second = await listRecipients(actor, id, { group: 'accepted', limit: 3, after: first.nextCursor })
    expect([...first.recipients, ...second.recipients].map(({ phone }) => phone)).toEqual(
      [0, 1, 3, 4, 5].map((i) => phones[i]),
    )
    expect((await listRecipients(actor, id, { group: 'delivered' })).recipients).toHaveLength(2)
  })

  it('groups what befell its people, and lists those whom one code befell', async () => {
    const id = await recordSend({ to: Array.from({ length: 6 }, (_, i) => [`+551199999000${i}`, 'failed']) })
    await database.query(
      `update recipient set error_code = 131026, error_title = 'Undeliverable' where person < '5511999990003'`,
    )
    await database.query(`update recipient set error_code = 131047 where person = '5511999990003'`)
    await database.query(
      `update recipient set status = 'unconfirmed', unknown_why = 'timeout' where person = '5511999990004'`,
    )
    await database.query(
      `update recipient set status = 'skipped', skipped_why = 'windowClosed' where person = '5511999990005'`,
    )
    expect(await listTroubles(actor, id)).toEqual([
      { status: 'failed', code: 131026, title: 'Undeliverable', count: 3 },
      { status: 'failed', code: 131047, title: null, count: 1 },
      { status: 'unconfirmed', why: 'timeout', count: 1 },
      { status: 'skipped', why: 'windowClosed', count: 1 },
    ])
    const { recipients } = await listRecipients(actor, id, { group: 'failed', code: 131047 })
    expect(recipients).toMatchObject([{ phone: '+5511999990003', errorCode: 131047 }])
  })

  it('reads a page of its people by the index, whichever group', async () => {
    const id = await recordSend({ to: [] })
    await database.query(
      `insert into recipient (send_id, phone, person, status)
       select $1, '+55119' || lpad(i::text, 8, '0'), '55119' || lpad(i::text, 8, '0'),
         (case when i % 1000 = 0 then 'delivered' else 'accepted' end)::delivery_status
       from generate_series(1, 20000) i`,
      [id],
    )
    await database.query('vacuum analyze recipient')
    const { text, values } = recipientPageSql(id, { group: 'delivered' }, '5511900000500', 51)
    const plan = JSON.stringify(await database.query(`explain (format json) ${text}`, values))
    expect(plan).toContain('recipient_send_id_status_person_idx')
    expect(plan).not.toContain('Seq Scan')
  })
})
