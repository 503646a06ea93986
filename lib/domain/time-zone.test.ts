import { describe, expect, it } from 'vitest'
import { BRAZILIAN_TIME_ZONES, isTimeZone, timeZoneCity } from './time-zone'

describe('a time zone', () => {
  it('is one that the runtime knows', () => {
    expect(BRAZILIAN_TIME_ZONES.every(isTimeZone)).toBe(true)
    expect(['', 'Brasília', 'America/Nowhere', '+03:00', 'x'.repeat(500)].some(isTimeZone)).toBe(false)
  })

  it('is told by its city', () => {
    expect(timeZoneCity('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
    expect(timeZoneCity('UTC')).toBe('UTC')
  })
})
