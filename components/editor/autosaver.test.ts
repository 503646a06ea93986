import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newDraft } from '@/lib/domain/list-draft'
import type { UnsavedDraft, UnsavedOutcome, UnsavedWork } from '@/lib/domain/unsaved-draft'
import { createAutosaver, type Held, type Unreached } from './autosaver'

type Answer = UnsavedOutcome | { outcome: Unreached }
type Request = {
  order: number
  seen: number | null
  work: UnsavedWork | null
  answer: (answer: Answer) => Promise<void>
}

const NOTHING: Held = { revision: null, work: null, at: null }
const workOf = (body: string): UnsavedWork => ({ draft: newDraft({ body }), version: null })
const standingOf = (body: string, revision: number, browser = 'theirs'): UnsavedDraft => ({
  ...workOf(body),
  revision,
  browser,
  order: 1,
  savedAt: '2026-11-22T12:00:00.000Z',
})
const saved = (revision: number | null): Answer => ({ outcome: 'saved', revision, at: '2026-11-22T14:32:00.000Z' })
const away: Answer = { outcome: 'away' }

/** An editor whose server is played by the test: each request waits for its answer. */
function begin(held: Held = NOTHING) {
  const requests: Request[] = []
  const marks: Held[] = []
  const met: UnsavedDraft[] = []
  const here: { work: UnsavedWork | null | 'paused'; standing: UnsavedDraft | null; isKnown: boolean } = {
    work: null,
    standing: null,
    isKnown: false,
  }
  const autosaver = createAutosaver({
    server: {
      send: ({ order, seen, work }) =>
        new Promise((resolve) => {
          const answer = async (given: Answer) => {
            resolve(given)
            await vi.advanceTimersByTimeAsync(0)
          }
          requests.push({ order, seen, work, answer })
        }),
      look: async () => ({ standing: here.standing, readAt: '2026-11-22T14:40:00.000Z' }),
    },
    browser: 'mine',
    held,
    read: () => here.work,
    onHeld: (now) => marks.push(now),
    onOther: (standing) => {
      met.push(standing)
      if (!here.isKnown) here.work = 'paused'
      return here.isKnown
    },
  })
  const type = (body: string) => {
    here.work = workOf(body)
    autosaver.touch()
  }
  const last = () => {
    const request = requests.at(-1)
    if (!request) throw new Error('Nothing was sent.')
    return request
  }
  const bodies = () => requests.map(({ work }) => work?.draft.body ?? null)
  return { autosaver, requests, marks, met, here, type, last, bodies, status: () => autosaver.state.get().status }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a save of the draft', () => {
  it('leaves once the writing pauses, and says when it arrived', async () => {
    const { type, last, bodies, autosaver, marks } = begin()
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
    const { type, bodies } = begin()
    for (let i = 1; i <= 30; i++) {
      type('a'.repeat(i))
      vi.advanceTimersByTime(250)
    }
    expect(bodies()).toHaveLength(1)
  })

  it('is one at a time: of what comes meanwhile only the newest follows', async () => {
    const { type, requests, last, bodies } = begin()
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
    const { type, last, status } = begin()
    type('Um')
    vi.advanceTimersByTime(1700)
    expect(status()).toBe('idle')
    vi.advanceTimersByTime(200)
    expect(status()).toBe('saving')
    await last().answer(saved(1))
    expect(status()).toBe('saved')
  })

  it('is left out where the same words stand there', () => {
    const { type, bodies, autosaver, status } = begin({
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
    const { type, last, here, autosaver, status } = begin()
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

describe('a server that does not answer', () => {
  it('is asked again with growing pauses, for the newest words', async () => {
    const { type, requests, last, bodies, status } = begin()
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
    const { type, requests, last, autosaver } = begin()
    type('Um')
    vi.advanceTimersByTime(800)
    await last().answer(away)
    void autosaver.wake()
    expect(requests).toHaveLength(2)
  })

  it('is never asked more seldom than every half minute', async () => {
    const { type, requests, last } = begin()
    type('Um')
    vi.advanceTimersByTime(800)
    for (let i = 0; i < 8; i++) {
      await last().answer(away)
      vi.advanceTimersByTime(30_000)
      expect(requests).toHaveLength(i + 2)
    }
  })

  it('is asked to empty the place too, as what it did not answer may have arrived', async () => {
    const { type, last, here, status } = begin()
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
    const { type, requests, last, status } = begin()
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
    const { type, last, status, autosaver, bodies } = begin()
    type('Um')
    vi.advanceTimersByTime(800)
    await last().answer({ outcome: 'signedOut' })
    expect(status()).toBe('signedOut')
    autosaver.tick()
    await last().answer(saved(1))
    expect([status(), bodies()]).toEqual(['saved', ['Um', 'Um']])
  })
})

describe('leaving', () => {
  it('sends at once what was not sent yet', () => {
    const { type, bodies, autosaver } = begin()
    type('Última palavra')
    autosaver.hurry()
    expect(bodies()).toEqual(['Última palavra'])
    autosaver.hurry()
    expect(bodies()).toHaveLength(1)
  })

  it('does not wait for an older save, whose late answer changes nothing', async () => {
    const { type, requests, autosaver, marks } = begin()
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
    const { type, requests, last, here, autosaver } = begin()
    type('Um')
    vi.advanceTimersByTime(800)
    here.work = null
    autosaver.close()
    expect(requests).toHaveLength(1)
    await last().answer(saved(1))
    expect(last()).toMatchObject({ work: null, seen: 1 })
  })

  it('is the end: nothing is sent for what comes after', async () => {
    const { type, requests, last, autosaver } = begin()
    type('Um')
    autosaver.close()
    await last().answer(away)
    type('Dois')
    vi.runAllTimers()
    expect(requests).toHaveLength(1)
  })
})

describe('another browser on the same draft', () => {
  it('is not written over: nothing is sent until a person chose', async () => {
    const { type, requests, last, met, here, autosaver } = begin()
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
    const { type, requests, last, here, status } = begin()
    here.isKnown = true
    type('Igual')
    vi.advanceTimersByTime(800)
    await last().answer({ outcome: 'other', standing: standingOf('Igual', 5) })
    expect(requests).toHaveLength(1)
    expect(status()).toBe('saved')
  })

  it('is met when somebody comes back to this page', async () => {
    const { met, here, autosaver } = begin({ revision: 4, work: workOf('Um'), at: '2026-11-22T12:00:00.000Z' })
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
