import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DELIVERY_STATUSES, type DeliveryStatus } from './delivery-status'
import { advanceStatus, TOLD_STATUSES } from './status-advance'

const after = (current: DeliveryStatus, told: readonly string[]) => told.reduce<DeliveryStatus>(advanceStatus, current)

describe('where a message stands', () => {
  it('ends the same in any order and however often each thing is told', () => {
    const story = fc
      .array(fc.constantFrom(...TOLD_STATUSES, 'played', ''), { maxLength: 8 })
      .chain((told) =>
        fc.tuple(
          fc.constant(told),
          fc.shuffledSubarray([...told, ...told, ...told], { minLength: told.length * 3, maxLength: told.length * 3 }),
        ),
      )
    fc.assert(
      fc.property(fc.constantFrom(...DELIVERY_STATUSES), story, (current, [told, shuffled]) => {
        expect(after(current, shuffled)).toBe(after(current, told))
      }),
    )
  })

  it.each([
    ['accepted', ['sent'], 'sent'],
    ['accepted', ['read'], 'read'],
    ['read', ['delivered', 'sent'], 'read'],
    ['accepted', ['failed', 'sent'], 'failed'],
    ['sent', ['failed'], 'failed'],
    ['delivered', ['failed'], 'delivered'],
    ['failed', ['delivered'], 'delivered'],
    ['read', ['failed'], 'read'],
    ['unconfirmed', ['sent'], 'sent'],
    ['queued', ['failed'], 'failed'],
    ['skipped', ['read'], 'skipped'],
    ['canceled', ['failed'], 'canceled'],
    ['accepted', ['played', 'READ', 'accepted'], 'accepted'],
  ] satisfies [DeliveryStatus, string[], DeliveryStatus][])('at %s told %j is %s', (current, told, end) => {
    expect(after(current, told)).toBe(end)
  })
})
