import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { away, beginAutosaver, saved, workOf } from '@/lib/testing/autosaver'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a save of the draft', () => {
  it('leaves once the writing pauses, and says when it arrived', async () => {
    const { type, last, bodies, autosaver, marks } = beginAutosaver()
    for (const body of ['O', 'Ol', 'Olá']) {
      type(body)
      vi.advanceTimersByTime(300)
    }
    expect(bodies()).toEqual([])
    vi.advanceTimersByTime(800)
    expect(bodies()).toEqual(['Olá'])
    await last().answer(saved(7))
    expect(autosaver.state.get()).toEqual({ status: 'saved', at: '2026-11-22T14:32:00.000Z' })
    expect(marks).toMatchObject([{ revision: 7, work: { draft: { body: 'Olá' } } }])
  })

  it('leaves now and then while somebody writes without a pause', () => {
    const { type, bodies } = beginAutosaver()
    for (let i = 1; i <= 30; i++) {
      type('a'.repeat(i))
      vi.advanceTimersByTime(250)
    }
    expect(bodies()).toHaveLength(1)
  })

  it('is one at a time: of what comes meanwhile only the newest follows', async () => {
    const { type, requests, last, bodies } = beginAutosaver()
    type('Um')
    vi.advanceTimersByTime(800)
    for (const body of ['Dois', 'Três', 'Quatro']) {
      type(body)
      vi.advanceTimersByTime(2000)
    }
    expect(bodies()).toEqual(['Um'])
    await last().answer(saved(1))
    expect(bodies()).toEqual(['Um', 'Quatro'])
    expect(requests.map(({ seen }) => seen)).toEqual([null, 1])
  })

  it('is told only where it takes long', async () => {
    const { type, last, status } = beginAutosaver()
    type('Um')
    vi.advanceTimersByTime(1700)
    expect(status()).toBe('idle')
    vi.advanceTimersByTime(200)
    expect(status()).toBe('saving')
    await last().answer(saved(1))
    expect(status()).toBe('saved')
  })

  it('is left out where the same words stand there', () => {
    const { type, bodies, autosaver, status } = beginAutosaver({
      revision: 4,
      work: workOf('Um'),
      at: '2026-11-22T14:00:00.000Z',
    })
    type('Um')
    vi.runAllTimers()
    expect(bodies()).toEqual([])
    expect([status(), autosaver.state.get().at]).toEqual(['saved', '2026-11-22T14:00:00.000Z'])
  })

  it('empties the place once nothing is unsaved any more', async () => {
    const { type, last, here, autosaver, status } = beginAutosaver()
    type('Um')
    vi.advanceTimersByTime(800)
    await last().answer(saved(1))
    here.work = null
    autosaver.touch()
    vi.advanceTimersByTime(800)
    expect(last()).toMatchObject({ work: null, seen: 1 })
    await last().answer(saved(null))
    expect(status()).toBe('idle')
  })
})

describe('leaving', () => {
  it('sends at once what was not sent yet', () => {
    const { type, bodies, autosaver } = beginAutosaver()
    type('Última palavra')
    autosaver.hurry()
    expect(bodies()).toEqual(['Última palavra'])
    autosaver.hurry()
    expect(bodies()).toHaveLength(1)
  })

  it('does not wait for an older save, whose late answer changes nothing', async () => {
    const { type, requests, autosaver, marks } = beginAutosaver()
    type('Última pala')
    vi.advanceTimersByTime(800)
    type('Última palavra')
    autosaver.hurry()
    const [older, newer] = requests
    expect(newer?.order).toBeGreaterThan(older?.order ?? 0)
    await newer?.answer(saved(2))
    await older?.answer(saved(2))
    expect(marks).toMatchObject([{ work: { draft: { body: 'Última palavra' } } }])
  })

  it('empties the place only after a save on its way, which could arrive after it', async () => {
    const { type, requests, last, here, autosaver } = beginAutosaver()
    type('Um')
    vi.advanceTimersByTime(800)
    here.work = null
    autosaver.close()
    expect(requests).toHaveLength(1)
    await last().answer(saved(1))
    expect(last()).toMatchObject({ work: null, seen: 1 })
  })

  it('is the end: nothing is sent for what comes after', async () => {
    const { type, requests, last, autosaver } = beginAutosaver()
    type('Um')
    autosaver.close()
    await last().answer(away)
    type('Dois')
    vi.runAllTimers()
    expect(requests).toHaveLength(1)
  })
})
