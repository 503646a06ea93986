import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromClock, isQuiet, toClock } from './quiet-hours'
import { quietHoursSchema } from './quiet-hours-schema'

const minutes = fc.integer({ min: 0, max: 1439 })

describe('quiet hours', () => {
  it('within a day hold from the first minute up to the last, which is free', () => {
    const siesta = { from: 720, until: 840 }
    expect([719, 720, 839, 840].map((minute) => isQuiet(siesta, minute))).toEqual([false, true, true, false])
  })

  it('over midnight hold on both sides of it', () => {
    const night = { from: 1200, until: 480 }
    expect([1199, 1200, 0, 479, 480].map((minute) => isQuiet(night, minute))).toEqual([false, true, true, true, false])
  })

  it('and the same the other way round share no minute, and leave none out', () => {
    fc.assert(
      fc.property(minutes, minutes, minutes, (from, until, minute) => {
        fc.pre(from !== until)
        expect(isQuiet({ from, until }, minute)).not.toBe(isQuiet({ from: until, until: from }, minute))
      }),
    )
  })

  it('of no length, or off the clock, are none', () => {
    for (const wrong of [
      { from: 480, until: 480 },
      { from: -1, until: 480 },
      { from: 480, until: 1440 },
    ])
      expect(quietHoursSchema.safeParse(wrong).success).toBe(false)
  })

  it('are written as a clock shows them, and read back', () => {
    expect(toClock(480)).toBe('08:00')
    fc.assert(fc.property(minutes, (minute) => fromClock(toClock(minute)) === minute))
    for (const none of ['', '8:00', '24:00', '12:60', 'noon']) expect(fromClock(none)).toBeNull()
  })
})
