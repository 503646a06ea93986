import { vi } from 'vitest'
import { createAutosaver, type Held, type Unreached } from '@/components/editor/autosaver'
import { newDraft } from '@/lib/domain/list-draft'
import type { UnsavedDraft, UnsavedOutcome, UnsavedWork } from '@/lib/domain/unsaved-draft'

type Answer = UnsavedOutcome | { outcome: Unreached }
type Request = {
  order: number
  seen: number | null
  work: UnsavedWork | null
  answer: (answer: Answer) => Promise<void>
}

const NOTHING: Held = { revision: null, work: null, at: null }
export const workOf = (body: string): UnsavedWork => ({ draft: newDraft({ body }), version: null })
export const standingOf = (body: string, revision: number, browser = 'theirs'): UnsavedDraft => ({
  ...workOf(body),
  revision,
  browser,
  order: 1,
  savedAt: '2026-11-22T12:00:00.000Z',
})
export const saved = (revision: number | null): Answer => ({
  outcome: 'saved',
  revision,
  at: '2026-11-22T14:32:00.000Z',
})
export const away: Answer = { outcome: 'away' }

/** An editor whose server is played by the test: each request waits for its answer, on vitest's own clock. */
export function beginAutosaver(held: Held = NOTHING) {
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
