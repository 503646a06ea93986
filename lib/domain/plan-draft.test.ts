import { describe, expect, it } from 'vitest'
import { newPlanDraft, type PlanDraft, readPlan } from './plan-draft'
import { sendPlanSchema } from './send-plan'
import { DEFAULT_SENDING_RULES } from './sending-rules'

const now = new Date('2026-11-23T18:00:00Z')
const fresh = newPlanDraft(DEFAULT_SENDING_RULES)
const read = (change: Partial<PlanDraft>, people = 1000) => readPlan({ ...fresh, ...change }, people, now)
const codes = (change: Partial<PlanDraft>) => read(change).problems.map(({ field, code }) => `${field} ${code}`)

describe('a plan', () => {
  it('as it begins is one that goes now, with the brake alone', () => {
    const { plan, problems } = read({})
    expect(problems).toEqual([])
    expect(sendPlanSchema.parse(plan)).toEqual({
      startsAt: null,
      timeZone: 'America/Sao_Paulo',
      quiet: null,
      perSecond: null,
      canary: null,
      brakeAfter: 20,
      includesClosed: false,
      includesRepeats: false,
    })
  })

  it("begins with the administrator's quiet hours", () => {
    const draft = newPlanDraft({ ...DEFAULT_SENDING_RULES, quiet: { from: 1260, until: 420 } })
    expect(readPlan(draft, 1, now).plan?.quiet).toEqual({ from: 1260, until: 420 })
  })

  it('starts at the chosen time of the chosen zone', () => {
    const chosen = { starts: 'later', date: '2026-11-27', time: '10:00' } as const
    expect(read(chosen).plan?.startsAt).toBe('2026-11-27T13:00:00.000Z')
    expect(read({ ...chosen, timeZone: 'America/Manaus' }).plan?.startsAt).toBe('2026-11-27T14:00:00.000Z')
  })

  it('says so where the clocks jump over its time', () => {
    const berlin = { starts: 'later', date: '2027-03-28', time: '02:30', timeZone: 'Europe/Berlin' } as const
    expect(read(berlin)).toMatchObject({ isMoved: true, plan: { startsAt: '2027-03-28T01:30:00.000Z' } })
  })

  it('has no time that is missing or past', () => {
    expect(codes({ starts: 'later' })).toEqual(['date missing'])
    expect(codes({ starts: 'later', date: '2026-11-27' })).toEqual(['time missing'])
    expect(codes({ starts: 'later', date: '2026-11-23', time: '15:00' })).toEqual(['time past'])
    expect(codes({ starts: 'now', date: '2020-01-01', time: '15:00' })).toEqual([])
  })

  it('has quiet hours of some length', () => {
    expect(codes({ isQuiet: true, quietFrom: '', quietUntil: '08:00' })).toEqual(['quietFrom clock'])
    expect(codes({ isQuiet: true, quietFrom: '08:00', quietUntil: '08:00' })).toEqual(['quietUntil quietEmpty'])
    expect(read({ isQuiet: true }).plan?.quiet).toEqual({ from: 1200, until: 480 })
  })

  it('offers a canary by the number of people, until one is typed', () => {
    expect(read({ hasCanary: true }, 10_000).plan?.canary).toEqual({ size: 200, minutes: 10, maxShare: 0.05 })
    expect(read({ hasCanary: true, canarySize: '50' }, 10_000).plan?.canary?.size).toBe(50)
  })

  it('names every number that is none, with its bounds', () => {
    const wrong = { hasCanary: true, canarySize: '0', canaryMinutes: 'x', canaryPercent: '101', brakeAfter: '1' }
    const { plan, problems } = read({ ...wrong, perSecond: '1001' })
    expect(plan).toBeNull()
    expect(problems).toEqual([
      { field: 'perSecond', code: 'number', min: 1, max: 1000 },
      { field: 'canarySize', code: 'number', min: 1, max: 10_000 },
      { field: 'canaryMinutes', code: 'number', min: 1, max: 1440 },
      { field: 'canaryPercent', code: 'number', min: 0, max: 100 },
      { field: 'brakeAfter', code: 'number', min: 2, max: 1000 },
    ])
  })

  it('is not held up by what is switched off', () => {
    expect(codes({ hasCanary: false, canaryMinutes: '', hasBrake: false, brakeAfter: '', quietFrom: '' })).toEqual([])
  })
})
