import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { away, beginAutosaver, saved } from '@/lib/testing/autosaver'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a server that does not answer', () => {
  it('is asked again with growing pauses, for the newest words', async () => {
    const { type, requests, last, bodies, status } = beginAutosaver()
    type('Um')
    vi.advanceTimersByTime(800)
    await last().answer(away)
    expect(status()).toBe('away')
    type('Dois')
    vi.advanceTimersByTime(1900)
    expect(requests).toHaveLength(1)
    vi.advanceTimersByTime(100)
    await last().answer(away)
    vi.advanceTimersByTime(3900)
    expect(requests).toHaveLength(2)
    vi.advanceTimersByTime(100)
    await last().answer(saved(1))
    expect(bodies()).toEqual(['Um', 'Dois', 'Dois'])
    expect(status()).toBe('saved')
    vi.runAllTimers()
    expect(requests).toHaveLength(3)
  })

  it('is asked at once when the network is back', async () => {
    const { type, requests, last, autosaver } = beginAutosaver()
    type('Um')
    vi.advanceTimersByTime(800)
    await last().answer(away)
    void autosaver.wake()
    expect(requests).toHaveLength(2)
  })

  it('is never asked more seldom than every half minute', async () => {
    const { type, requests, last } = beginAutosaver()
    type('Um')
    vi.advanceTimersByTime(800)
    for (let i = 0; i < 8; i++) {
      await last().answer(away)
      vi.advanceTimersByTime(30_000)
      expect(requests).toHaveLength(i + 2)
    }
  })

  it('is asked to empty the place too, as what it did not answer may have arrived', async () => {
    const { type, last, here, status } = beginAutosaver()
    type('Um')
    vi.advanceTimersByTime(800)
    await last().answer(away)
    here.work = null
    vi.advanceTimersByTime(2000)
    expect(last().work).toBeNull()
    await last().answer(saved(null))
    expect(status()).toBe('idle')
  })

  it('is asked for other words only, where it refused these', async () => {
    const { type, requests, last, status } = beginAutosaver()
    type('Grande demais')
    vi.advanceTimersByTime(800)
    await last().answer({ outcome: 'refused' })
    expect(status()).toBe('refused')
    vi.advanceTimersByTime(120_000)
    expect(requests).toHaveLength(1)
    type('Menor')
    vi.advanceTimersByTime(800)
    await last().answer(saved(1))
    expect(status()).toBe('saved')
  })

  it('gets the words after a new session, and until then says that there is none', async () => {
    const { type, last, status, autosaver, bodies } = beginAutosaver()
    type('Um')
    vi.advanceTimersByTime(800)
    await last().answer({ outcome: 'signedOut' })
    expect(status()).toBe('signedOut')
    autosaver.tick()
    await last().answer(saved(1))
    expect([status(), bodies()]).toEqual(['saved', ['Um', 'Um']])
  })
})
