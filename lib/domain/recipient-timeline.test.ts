import { describe, expect, it } from 'vitest'
import { toTimeline } from './recipient-timeline'

const at = (ms: number) => new Date(Date.UTC(2026, 10, 22, 12) + ms).toISOString()
const stamps = { createdAt: at(0), sendingAt: null, settledAt: null }

describe('the timeline of a recipient', () => {
  it('waits in the queue, whether or not a worker holds it', () => {
    for (const status of ['queued', 'leased'] as const)
      expect(toTimeline({ ...stamps, status })).toEqual([
        { step: 'created', at: at(0), tookMs: null, isNow: false },
        { step: 'queued', at: at(0), tookMs: null, isNow: true },
      ])
  })

  it('tells how long each rung took', () => {
    const steps = toTimeline({ status: 'accepted', createdAt: at(0), sendingAt: at(40), settledAt: at(390) })
    expect(steps.map(({ step, tookMs, isNow }) => [step, tookMs, isNow])).toEqual([
      ['created', null, false],
      ['queued', 40, false],
      ['sending', 350, false],
      ['accepted', null, false],
    ])
  })

  it('is sending until somebody answers', () => {
    expect(toTimeline({ ...stamps, status: 'sending', sendingAt: at(5) }).at(-1)).toEqual({
      step: 'sending',
      at: at(5),
      tookMs: null,
      isNow: true,
    })
  })

  it('does not claim to be sending while it waits to be tried again', () => {
    expect(toTimeline({ ...stamps, status: 'queued', sendingAt: at(5) }).map(({ step }) => step)).toEqual([
      'created',
      'queued',
    ])
  })

  it.each(['failed', 'unconfirmed', 'skipped', 'canceled'] as const)('ends at %s', (status) => {
    expect(toTimeline({ ...stamps, status, settledAt: at(9) }).at(-1)).toEqual({
      step: status,
      at: at(9),
      tookMs: null,
      isNow: false,
    })
  })

  it('goes on after the acceptance', () => {
    const steps = toTimeline({ status: 'read', createdAt: at(0), sendingAt: at(1), settledAt: at(2) })
    expect(steps.map(({ step }) => step)).toEqual(['created', 'queued', 'sending', 'accepted', 'read'])
  })

  it('never took less than no time, whatever the clocks say', () => {
    expect(toTimeline({ status: 'sending', createdAt: at(50), sendingAt: at(40), settledAt: null })[1]?.tookMs).toBe(0)
  })
})
