import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { beginAutosaver, standingOf, workOf } from '@/lib/testing/autosaver'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('another browser on the same draft', () => {
  it('is not written over: nothing is sent until a person chose', async () => {
    const { type, requests, last, met, here, autosaver } = beginAutosaver()
    type('Daqui')
    vi.advanceTimersByTime(800)
    await last().answer({ outcome: 'other', standing: standingOf('De lá', 5) })
    expect(met).toHaveLength(1)
    autosaver.touch()
    vi.runAllTimers()
    expect(requests).toHaveLength(1)

    here.work = workOf('Daqui')
    autosaver.choose({ revision: 5, work: workOf('De lá'), at: '2026-11-22T12:00:00.000Z' })
    vi.advanceTimersByTime(800)
    expect(last()).toMatchObject({ seen: 5, work: { draft: { body: 'Daqui' } } })
  })

  it('is no question where it wrote the same words', async () => {
    const { type, requests, last, here, status } = beginAutosaver()
    here.isKnown = true
    type('Igual')
    vi.advanceTimersByTime(800)
    await last().answer({ outcome: 'other', standing: standingOf('Igual', 5) })
    expect(requests).toHaveLength(1)
    expect(status()).toBe('saved')
  })

  it('is met when somebody comes back to this page', async () => {
    const { met, here, autosaver } = beginAutosaver({ revision: 4, work: workOf('Um'), at: '2026-11-22T12:00:00.000Z' })
    here.work = workOf('Um')
    here.standing = standingOf('Um', 4)
    await autosaver.wake()
    here.standing = standingOf('Um, de outra aba daqui', 5, 'mine')
    await autosaver.wake()
    expect(met).toEqual([])
    here.standing = standingOf('Dois', 6)
    await autosaver.wake()
    expect(met).toHaveLength(1)
  })
})
