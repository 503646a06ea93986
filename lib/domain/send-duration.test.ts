import { describe, expect, it } from 'vitest'
import { estimateSend } from './send-duration'

const zone = 'America/Sao_Paulo'
/** 15:00 in Brasília. */
const startsAt = new Date('2026-11-23T18:00:00Z')
const plain = { people: 1200, perSecond: 20, startsAt, zone, quiet: null, canary: null }
const later = (minutes: number) => new Date(startsAt.getTime() + minutes * 60_000)

describe('how long a Send takes', () => {
  it('is its people at its pace', () => {
    expect(estimateSend(plain)).toEqual({ endsAt: later(1), sendingMs: 60_000, waitsForQuiet: false })
    expect(estimateSend({ ...plain, people: 0 })).toEqual({ endsAt: startsAt, sendingMs: 0, waitsForQuiet: false })
  })

  it("has the canary's pause in it, once", () => {
    const canary = { size: 20, minutes: 10, maxShare: 0.05 }
    expect(estimateSend({ ...plain, canary })).toEqual({ endsAt: later(11), sendingMs: 60_000, waitsForQuiet: false })
  })

  it('has no pause where the canary is everybody', () => {
    const canary = { size: 5_000, minutes: 10, maxShare: 0.05 }
    expect(estimateSend({ ...plain, canary }).endsAt).toEqual(later(1))
  })

  it('goes on in the morning where quiet hours come in between', () => {
    const quiet = { from: 20 * 60, until: 8 * 60 }
    // Five hours until 20:00, and one more from 8:00.
    const long = estimateSend({ ...plain, people: 6 * 60 * 60, perSecond: 1, quiet })
    expect(long).toEqual({
      endsAt: new Date('2026-11-24T12:00:00Z'),
      sendingMs: 6 * 3_600_000,
      waitsForQuiet: true,
    })
  })

  it('begins when quiet hours are over, to the second', () => {
    const quiet = { from: 14 * 60, until: 16 * 60 }
    const begun = new Date(startsAt.getTime() + 12_345)
    expect(estimateSend({ ...plain, startsAt: begun, quiet })).toEqual({
      endsAt: later(61),
      sendingMs: 60_000,
      waitsForQuiet: true,
    })
  })

  it('takes as many days as it needs', () => {
    const quiet = { from: 16 * 60, until: 15 * 60 }
    // An hour a day.
    const days = estimateSend({ ...plain, people: 3 * 3600, perSecond: 1, quiet })
    expect(days.endsAt).toEqual(later(2 * 24 * 60 + 60))
  })
})
