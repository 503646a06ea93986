import { describe, expect, it } from 'vitest'
import { suggestCanary } from './canary'
import { canarySchema } from './send-plan'

describe('the canary that is offered', () => {
  it('is a round number of people, never few and never many', () => {
    expect([0, 100, 1_240, 8_412, 100_000].map((people) => suggestCanary(people).size)).toEqual([20, 20, 20, 170, 500])
  })

  it('is one that a plan takes', () => {
    for (const people of [0, 1, 333, 99_999]) expect(canarySchema.safeParse(suggestCanary(people)).success).toBe(true)
  })
})
