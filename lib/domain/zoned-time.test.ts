import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysBetween, fromWallTime, toWallTime } from './zoned-time'

const at = (date: string, time: string, zone: string) => fromWallTime({ date, time }, zone)

describe('a time on the wall', () => {
  it('is a moment by the offset of its zone', () => {
    expect(at('2026-11-27', '10:00', 'America/Sao_Paulo')?.at.toISOString()).toBe('2026-11-27T13:00:00.000Z')
    expect(at('2026-11-27', '10:00', 'Asia/Kolkata')?.at.toISOString()).toBe('2026-11-27T04:30:00.000Z')
  })

  it('that the clocks jump over is moved by as much as they jump, and says so', () => {
    const moved = at('2026-03-29', '02:30', 'Europe/Berlin')
    expect(moved).toEqual({ at: new Date('2026-03-29T01:30:00Z'), isMoved: true })
    expect(toWallTime(moved?.at ?? new Date(0), 'Europe/Berlin')).toEqual({ date: '2026-03-29', time: '03:30' })
  })

  it('that the clocks show twice is the first of the two', () => {
    expect(at('2026-10-25', '02:30', 'Europe/Berlin')).toEqual({ at: new Date('2026-10-25T00:30:00Z'), isMoved: false })
  })

  it('that is none is no moment', () => {
    expect(at('', '10:00', 'America/Sao_Paulo')).toBeNull()
    expect(at('2026-13-01', '10:00', 'America/Sao_Paulo')).toBeNull()
    expect(at('2026-11-27', '25:00', 'America/Sao_Paulo')).toBeNull()
  })

  it('of any moment leads back to it, but where it is shown twice', () => {
    const zones = ['America/Sao_Paulo', 'Europe/Lisbon', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu']
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2025, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 }),
        (zone, minute) => {
          const moment = new Date(minute * 60_000)
          const back = fromWallTime(toWallTime(moment, zone), zone)
          expect(back?.isMoved).toBe(false)
          expect(toWallTime(back?.at ?? new Date(0), zone)).toEqual(toWallTime(moment, zone))
          expect(moment.getTime() - (back?.at.getTime() ?? 0)).toBeOneOf([0, 30 * 60_000, 60 * 60_000])
        },
      ),
    )
  })
})

describe('days between two moments', () => {
  it('are midnights of the zone', () => {
    const [late, early] = [new Date('2026-11-24T02:30:00Z'), new Date('2026-11-24T03:30:00Z')]
    expect(daysBetween(late, early, 'America/Sao_Paulo')).toBe(1)
    expect(daysBetween(late, early, 'UTC')).toBe(0)
    expect(daysBetween(early, late, 'America/Sao_Paulo')).toBe(-1)
  })
})
