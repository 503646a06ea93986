import { describe, expect, it } from 'vitest'
import { nextLook } from './next-look'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

describe('asking for what phones tell', () => {
  it('is done ever more rarely, and never less than every half minute while anything may still come', () => {
    expect([0, MINUTE, 30 * MINUTE, DAY, 29 * DAY].map(nextLook)).toEqual([2_000, 2_000, 10_000, 30_000, 30_000])
  })

  it('ends when WhatsApp has dropped the message', () => {
    expect(nextLook(30 * DAY)).toBe(false)
  })
})
