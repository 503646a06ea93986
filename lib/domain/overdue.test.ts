import { describe, expect, it } from 'vitest'
import { OVERDUE_AFTER_MS, overdueSince } from './overdue'

const settledAt = '2026-11-22T12:00:00.000Z'
const taken = { status: 'accepted', settledAt, sentAt: null } as const
const after = (ms: number) => Date.parse(settledAt) + ms

describe('a message without confirmation', () => {
  it('is wondered about after ten minutes, counted from what was told last', () => {
    expect(overdueSince(taken, after(OVERDUE_AFTER_MS - 1))).toBeNull()
    expect(overdueSince(taken, after(OVERDUE_AFTER_MS))).toBe(after(0))
    const sent = { ...taken, status: 'sent', sentAt: '2026-11-22T12:05:00.000Z' } as const
    expect(overdueSince(sent, after(OVERDUE_AFTER_MS))).toBeNull()
    expect(overdueSince(sent, after(15 * 60_000))).toBe(after(5 * 60_000))
  })

  it('is one that WhatsApp has, and no phone has told of', () => {
    for (const status of ['queued', 'sending', 'delivered', 'read', 'failed', 'unconfirmed', 'canceled'] as const)
      expect(overdueSince({ ...taken, status }, after(10 * OVERDUE_AFTER_MS))).toBeNull()
    expect(overdueSince({ ...taken, settledAt: null }, after(10 * OVERDUE_AFTER_MS))).toBeNull()
  })
})
