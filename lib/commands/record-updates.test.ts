import { describe, expect, it } from 'vitest'
import type { WebhookUpdates } from '@/lib/domain/webhook-update'
import { createUpdatesBench, minutesAgo } from '@/lib/testing/updates'
import { toListReplyUpdate, toStatusUpdate, toUpdates } from '@/lib/testing/webhook'
import { recordDeliveries, recordUpdates } from './record-updates'

const { database, actor, accepted, record, row, events } = createUpdatesBench()

describe('a delivery', () => {
  const deliveries = () =>
    database.query('select bytes, statuses, messages, repeated, unknown, unread from webhook_delivery order by id')

  it('is counted, with what nobody can read as it came, at most so much of it', async () => {
    await record({ unknown: [{ field: 'account_alerts', half: '\ud800', zero: 'a\0b', slash: '\\u0000' }] })
    await record({ unknown: [{ much: 'x'.repeat(100_000) }] })
    const [first, second] = await deliveries()
    expect(first).toEqual({
      bytes: 100,
      statuses: 0,
      messages: 0,
      repeated: 0,
      unknown: 1,
      unread: [{ field: 'account_alerts', half: '\ufffd', zero: 'a\ufffdb', slash: '\\u0000' }],
    })
    expect(second?.unread).toMatchObject({ cut: true })
    expect(JSON.stringify(second?.unread).length).toBeLessThan(64_000)
  })

  it('of the gateway’s list is no POST', async () => {
    await accepted()
    await recordUpdates(actor, toUpdates({ statuses: [toStatusUpdate('wamid.0', 'sent')] }), {
      gateway: 'sandbox',
      source: 'list',
      bytes: 0,
    })
    expect(await row()).toMatchObject({ status: 'sent' })
    expect(await deliveries()).toEqual([])
  })

  it('knows the moment better than the list that told of it before', async () => {
    await accepted()
    const listed = toUpdates({ statuses: [toStatusUpdate('wamid.0', 'delivered', { at: minutesAgo(1) })] })
    await recordUpdates(actor, listed, { gateway: 'sandbox', source: 'list', bytes: 0 })
    expect(await record({ statuses: [toStatusUpdate('wamid.0', 'delivered', { at: minutesAgo(9) })] })).toMatchObject({
      repeated: 1,
    })
    expect(await row()).toMatchObject({ delivered_at: minutesAgo(9) })
    await recordUpdates(actor, listed, { gateway: 'sandbox', source: 'list', bytes: 0 })
    expect(await row()).toMatchObject({ delivered_at: minutesAgo(9) })
    expect(await events()).toMatchObject([{ at: minutesAgo(9) }])
  })

  it('among many in one transaction has its own counts', async () => {
    await accepted(2)
    const of = (parts: Partial<WebhookUpdates>) =>
      ({ updates: toUpdates(parts), gateway: 'sandbox', source: 'webhook', bytes: 5 }) as const
    const sent = toStatusUpdate('wamid.0', 'sent')
    const counts = await recordDeliveries(actor, [
      of({ statuses: [sent] }),
      of({ statuses: [sent, toStatusUpdate('wamid.1', 'read')], unknown: [1] }),
      of({ messages: [toListReplyUpdate('wamid.1', 'h_09')] }),
    ])
    expect(counts).toEqual([
      { statuses: 1, messages: 0, repeated: 0, unknown: 0 },
      { statuses: 2, messages: 0, repeated: 1, unknown: 1 },
      { statuses: 0, messages: 1, repeated: 0, unknown: 0 },
    ])
    expect(await deliveries()).toHaveLength(3)
  })

  it('that the database will not hold is kept as unread, and keeps the others from nothing', async () => {
    await accepted(1)
    const of = (parts: Partial<WebhookUpdates>) =>
      ({ updates: toUpdates(parts), gateway: 'sandbox', source: 'webhook', bytes: 5 }) as const
    const bad = toStatusUpdate('wamid.0', 'read', { error: { code: 1, title: 'a\0b', details: null } })
    const counts = await recordDeliveries(actor, [
      of({ statuses: [toStatusUpdate('wamid.0', 'sent')] }),
      of({ statuses: [bad] }),
      of({ statuses: [toStatusUpdate('wamid.0', 'delivered')] }),
    ])
    expect(counts.map(({ unknown }) => unknown)).toEqual([0, 1, 0])
    expect(await row()).toMatchObject({ status: 'delivered' })
  })
})
