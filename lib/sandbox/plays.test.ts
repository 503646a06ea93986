import { describe, expect, it } from 'vitest'
import { DEMONSTRATION, type SandboxPlays, toSteps } from './plays'

const rows = Array.from({ length: 4 }, (_, i) => ({ id: `r${i}`, title: `Opção ${i}` }))
const people = Array.from({ length: 4_000 }, (_, i) => String(5_511_900_000_000 + i))
const run = (changes: Partial<SandboxPlays> = {}) =>
  people.map((to) => toSteps({ to, place: 0, rows }, { ...DEMONSTRATION, ...changes }))

const share = (steps: ReturnType<typeof run>, has: (step: ReturnType<typeof toSteps>[number]) => boolean) =>
  steps.filter((ones) => ones.some(has)).length / steps.length

const statusesOf = (steps: ReturnType<typeof toSteps>) =>
  steps.flatMap((step) => (step.kind === 'status' ? [step.status] : [])).join(' ')

describe('what is played', () => {
  it('is the same for the same seed, whoever comes first, and another for another', () => {
    expect(run()).toEqual(run())
    expect(run({ seed: 2 })).not.toEqual(run())
    const [to = ''] = people
    const steps = (place: number) => toSteps({ to, place, rows }, DEMONSTRATION)
    expect([0, 1, 2, 3].map((place) => JSON.stringify(steps(place)))).toSatisfy(
      (all: string[]) => new Set(all).size === 4,
    )
  })

  it('keeps to its shares', () => {
    const steps = run()
    const { failShare, readShare, replyShare, typedShare } = DEMONSTRATION
    const delivered = (1 - failShare) * DEMONSTRATION.deliveredShare
    const replies = share(steps, ({ kind }) => kind !== 'status')
    expect(share(steps, (step) => step.kind === 'status' && step.status === 'failed')).toBeCloseTo(failShare, 1)
    expect(share(steps, (step) => step.kind === 'status' && step.status === 'read')).toBeCloseTo(
      delivered * readShare,
      1,
    )
    expect(replies).toBeCloseTo(delivered * replyShare, 1)
    expect(share(steps, ({ kind }) => kind === 'text') / replies).toBeCloseTo(typedShare, 1)
  })

  it('goes from sent to delivered to read, or fails for a reason that comes by webhook', () => {
    const ways = new Set(run().map(statusesOf))
    expect([...ways].sort()).toEqual(['failed', 'sent', 'sent delivered', 'sent delivered read'])
    const codes = new Set(
      run({ failShare: 1 }).flatMap((steps) =>
        steps.map((step) => (step.kind === 'status' ? step.error?.code : undefined)),
      ),
    )
    expect([...codes].sort()).toEqual([131026, 131047])
  })

  it('has some rows tapped far more often than others', () => {
    const taps = new Map<string, number>()
    for (const step of run().flat()) if (step.kind === 'tap') taps.set(step.row.id, (taps.get(step.row.id) ?? 0) + 1)
    const counts = [...taps.values()].sort((a, b) => b - a)
    expect(counts).toHaveLength(4)
    expect(counts[0]).toBeGreaterThan((counts[3] ?? 0) * 2)
  })

  it('tells most of it within two minutes, in half the time at twice the speed', () => {
    const ends = (changes?: Partial<SandboxPlays>) => run(changes).map((steps) => steps.at(-1)?.afterMs ?? 0)
    expect(ends().filter((end) => end <= 120_000).length / people.length).toBeGreaterThan(0.97)
    expect(ends({ speed: 2 }).map((end) => end * 2)).toEqual(ends().map((end) => expect.closeTo(end, 3)))
  })

  it('has nobody answer a list without rows', () => {
    const [to = ''] = people
    const steps = toSteps({ to, place: 0, rows: [] }, { ...DEMONSTRATION, failShare: 0, replyShare: 1 })
    expect(steps.every(({ kind }) => kind === 'status')).toBe(true)
  })
})
