import { describe, expect, it } from 'vitest'
import { type Phased, phaseOf, type Reading, rateOf, standsStill, withReading } from './send-phase'

/** 15:00 in Brasília. */
const now = new Date('2026-11-23T18:00:00Z')
const running: Phased = {
  state: 'running',
  pausedWhy: null,
  counts: { queued: 80, accepted: 20 },
  recipientCount: 100,
  quiet: null,
  timeZone: 'America/Sao_Paulo',
  canary: null,
  stoppedCode: null,
}
const phase = (more: Partial<Phased>) => phaseOf({ ...running, ...more }, now)

describe('what a Send is doing', () => {
  it('is over once nobody is left, a moment before it is marked so', () => {
    expect(phase({})).toBe('sending')
    expect(phase({ counts: { accepted: 97, failed: 3 } })).toBe('finished')
    expect(phase({ counts: { accepted: 97, sending: 3 } })).toBe('sending')
    expect(phase({ counts: { accepted: 20 } })).toBe('sending')
  })

  it('is told by who paused it', () => {
    expect(phase({ state: 'paused', pausedWhy: 'brake' })).toBe('pausedByBrake')
    expect(phase({ state: 'paused', pausedWhy: 'canary' })).toBe('pausedByCanary')
    expect(phase({ state: 'paused' })).toBe('pausedByPerson')
  })

  it('is waiting within its quiet hours, in its own zone', () => {
    const quiet = { from: 14 * 60, until: 16 * 60 }
    expect(phase({ quiet })).toBe('quiet')
    expect(phase({ quiet, timeZone: 'America/Noronha' })).toBe('sending')
    expect(phase({ quiet, stoppedCode: 190 })).toBe('stopped')
  })

  it('is trying its first people, then waiting for what becomes of them, then everybody', () => {
    const canary = { size: 20, minutes: 10, maxShare: 0.05, passedAt: null }
    expect(phase({ canary, counts: { queued: 85, leased: 5, accepted: 10 } })).toBe('canaryAhead')
    expect(phase({ canary, counts: { queued: 80, sending: 5, accepted: 15 } })).toBe('canaryAhead')
    expect(phase({ canary })).toBe('canaryWaits')
    expect(phase({ canary: { ...canary, passedAt: '2026-11-23T17:59:00Z' } })).toBe('sending')
    expect(phase({ canary: { ...canary, size: 100 } })).toBe('sending')
  })

  it('is its state in all other cases', () => {
    for (const state of ['preparing', 'scheduled', 'canceled', 'finished'] as const)
      expect(phase({ state })).toBe(state)
  })
})

describe('how fast it goes', () => {
  const watched = (...done: number[]): Reading[] =>
    done.reduce<Reading[]>((readings, each, i) => withReading(readings, { at: i * 1_000, done: each }), [])

  it('is told after a moment, over the last ten seconds', () => {
    expect(rateOf(watched(0))).toBeNull()
    expect(rateOf(watched(0, 20))).toBeNull()
    expect(rateOf(watched(0, 20, 40))).toBe(20)
    expect(rateOf(watched(0, 900, 900, 900, 900, 900, 900, 900, 900, 900, 900, 900))).toBe(0)
  })

  it('starts anew where fewer are done than before, as after a retry', () => {
    expect(rateOf(watched(100, 110, 50, 60, 70))).toBe(10)
  })

  it('is nothing once it was watched long enough', () => {
    expect(standsStill(watched(5, 5, 5))).toBe(false)
    expect(standsStill(watched(...Array.from({ length: 10 }, () => 5)))).toBe(true)
    expect(standsStill(watched(...Array.from({ length: 10 }, (_, i) => i)))).toBe(false)
  })
})
