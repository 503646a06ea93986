import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DELIVERY_STATUSES } from './delivery-status'
import { type TimelineStamps, toTimeline } from './recipient-timeline'

const at = (ms: number) => new Date(Date.UTC(2026, 10, 22, 12) + ms).toISOString()
const stamps = {
  createdAt: at(0),
  sendingAt: null,
  settledAt: null,
  sentAt: null,
  deliveredAt: null,
  readAt: null,
  failedAt: null,
  repliedAt: null,
}
const told = (given: Partial<TimelineStamps> & Pick<TimelineStamps, 'status'>) =>
  toTimeline({ ...stamps, sendingAt: at(40), settledAt: at(390), ...given })
const names = (steps: ReturnType<typeof toTimeline>) => steps.map(({ step }) => step)
const AHEAD = ['created', 'queued', 'sending', 'accepted'] as const

describe('the timeline of a recipient', () => {
  it('waits in the queue, whether or not a worker holds it', () => {
    for (const status of ['queued', 'leased'] as const)
      expect(toTimeline({ ...stamps, status })).toEqual([
        { step: 'created', at: at(0), afterMs: null, isNow: false, isImplied: false, isAside: false },
        { step: 'queued', at: at(0), afterMs: null, isNow: true, isImplied: false, isAside: false },
      ])
  })

  it('tells how long after the one before each step came', () => {
    const steps = told({
      status: 'read',
      sentAt: at(1_000),
      deliveredAt: at(3_000),
      readAt: at(63_000),
      repliedAt: at(70_000),
    })
    expect(steps.map(({ step, afterMs }) => [step, afterMs])).toEqual([
      ['created', null],
      ['queued', null],
      ['sending', 40],
      ['accepted', 350],
      ['sent', 610],
      ['delivered', 2_000],
      ['read', 60_000],
      ['replied', 7_000],
    ])
    expect(steps.some(({ isImplied, isAside, isNow }) => isImplied || isAside || isNow)).toBe(false)
  })

  it('is sending until somebody answers', () => {
    expect(toTimeline({ ...stamps, status: 'sending', sendingAt: at(5) }).at(-1)).toMatchObject({
      step: 'sending',
      at: at(5),
      afterMs: 5,
      isNow: true,
    })
  })

  it('does not claim to be sending while it waits to be tried again', () => {
    expect(names(toTimeline({ ...stamps, status: 'queued', sendingAt: at(5) }))).toEqual(['created', 'queued'])
  })

  it.each(['failed', 'unconfirmed', 'skipped', 'canceled'] as const)('ends at %s', (status) => {
    const steps = toTimeline({ ...stamps, status, settledAt: at(9) })
    expect(names(steps)).toEqual(['created', 'queued', status])
    expect(steps.at(-1)).toMatchObject({ at: at(9), afterMs: 9, isNow: false })
  })

  it('tells a delivery that nobody told of as implied by the reading, and measures from what is known', () => {
    const steps = told({ status: 'read', sentAt: at(1_000), readAt: at(5_000) })
    expect(names(steps)).toEqual([...AHEAD, 'sent', 'delivered', 'read'])
    expect(steps.at(-2)).toMatchObject({ at: null, afterMs: null, isImplied: true })
    expect(steps.at(-1)).toMatchObject({ afterMs: 4_000, isImplied: false })
  })

  it('knows that who answered has read, whatever was told', () => {
    const steps = told({ status: 'accepted', repliedAt: at(9_000) })
    expect(names(steps)).toEqual([...AHEAD, 'sent', 'delivered', 'read', 'replied'])
    expect(steps.filter(({ isImplied }) => isImplied).map(({ step }) => step)).toEqual(['sent', 'delivered', 'read'])
  })

  it('was accepted before it failed where the failure was told later, and not where it was the answer', () => {
    expect(names(told({ status: 'failed', failedAt: at(5_000) }))).toEqual([...AHEAD, 'failed'])
    expect(names(told({ status: 'failed', sentAt: at(1_000), failedAt: at(5_000) }))).toEqual([
      ...AHEAD,
      'sent',
      'failed',
    ])
    const atOnce = told({ status: 'failed' })
    expect(names(atOnce)).toEqual(['created', 'queued', 'sending', 'failed'])
    expect(atOnce.at(-1)?.at).toBe(at(390))
  })

  it('tells of a device that failed aside where another got the message', () => {
    const steps = told({ status: 'delivered', sentAt: at(1_000), failedAt: at(2_000), deliveredAt: at(4_000) })
    expect(steps.slice(4).map(({ step, afterMs, isAside }) => [step, afterMs, isAside])).toEqual([
      ['sent', 610, false],
      ['failed', 1_000, true],
      ['delivered', 2_000, false],
    ])
  })

  it('never took less than no time, whatever the clocks say', () => {
    expect(told({ status: 'sent', sentAt: at(200) }).at(-1)?.afterMs).toBe(0)
  })

  it('is sound for any of the times, in any order, with any status', () => {
    const moment = fc.option(fc.integer({ min: -100_000, max: 100_000 }).map(at))
    const any = fc.record({
      status: fc.constantFrom(...DELIVERY_STATUSES),
      createdAt: fc.constant(at(0)),
      sendingAt: moment,
      settledAt: moment,
      sentAt: moment,
      deliveredAt: moment,
      readAt: moment,
      failedAt: moment,
      repliedAt: moment,
    })
    fc.assert(
      fc.property(any, (given) => {
        const steps = toTimeline(given)
        const main = names(steps.filter(({ isAside }) => !isAside))
        const order: string[] = [
          ...AHEAD,
          'sent',
          'delivered',
          'read',
          'failed',
          'unconfirmed',
          'skipped',
          'canceled',
          'replied',
        ]
        const places = main.map((step) => order.indexOf(step))
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
        expect(steps.length).toBe(new Set(steps.map(({ step }) => step)).size)
        expect(main.slice(0, 2)).toEqual(['created', 'queued'])
        for (const { step, at: when, afterMs, isImplied, isNow } of steps) {
          expect(afterMs ?? 0).toBeGreaterThanOrEqual(0)
          expect(isImplied && when !== null).toBe(false)
          expect(isNow && step !== steps.at(-1)?.step).toBe(false)
        }
        // What was told is in it, at its time.
        const known = { sent: given.sentAt, delivered: given.deliveredAt, read: given.readAt, replied: given.repliedAt }
        for (const [step, when] of Object.entries(known))
          if (when) expect(steps.find((one) => one.step === step)?.at).toBe(when)
        if (given.failedAt) expect(steps.find(({ step }) => step === 'failed')?.at).toBe(given.failedAt)
      }),
    )
  })
})
