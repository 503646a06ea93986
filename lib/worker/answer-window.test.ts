import { describe, expect, it } from 'vitest'
import type { PostOutcome } from '@/lib/whatsapp/post-outcome'
import { AnswerWindow } from './answer-window'

const accepted: PostOutcome = {
  kind: 'accepted',
  wamid: 'wamid.1',
  input: null,
  waId: null,
  httpStatus: 200,
  answer: null,
}
const unknown: PostOutcome = { kind: 'unknown', why: 'timeout', httpStatus: null, answer: null }
const refused = (httpStatus: number, code: number): PostOutcome => ({
  kind: 'refused',
  httpStatus,
  code,
  title: 'No',
  details: null,
  retryAfterMs: null,
  answer: null,
})

function noted(...groups: [outcome: PostOutcome, count: number, at: number][]): AnswerWindow {
  const window = new AnswerWindow()
  for (const [outcome, count, at] of groups) for (let i = 0; i < count; i++) window.note(outcome, at)
  return window
}

describe('the answers of the last ten seconds', () => {
  it('are an outage where over half are faults or no answers, and it is told once', () => {
    const window = noted([accepted, 9, 0], [unknown, 11, 500])
    expect(window.takeOutage(600)).toEqual({ code: null })
    expect(window.takeOutage(600)).toBeNull()
  })

  it('name the commonest code', () => {
    const window = noted([refused(503, 131016), 12, 0], [unknown, 5, 0], [refused(500, 131000), 4, 0])
    expect(window.takeOutage(100)).toEqual({ code: 131016 })
  })

  it('are none where half are good, or there are few', () => {
    expect(noted([accepted, 20, 0], [unknown, 20, 0]).takeOutage(1)).toBeNull()
    expect(noted([unknown, 19, 0]).takeOutage(1)).toBeNull()
  })

  it('count a refusal in words as good: the gateway is there', () => {
    expect(noted([refused(400, 131026), 30, 0], [refused(429, 130429), 30, 0]).takeOutage(1)).toBeNull()
  })

  it('count nothing that never left', () => {
    expect(noted([{ kind: 'notSent', why: 'ECONNREFUSED' }, 30, 0]).takeOutage(1)).toBeNull()
  })

  it('forget what is older', () => {
    const window = noted([unknown, 15, 0], [unknown, 15, 9_500])
    expect(window.takeOutage(10_000)).toBeNull()
    expect(noted([unknown, 15, 0], [unknown, 15, 9_500]).takeOutage(9_900)).toEqual({ code: null })
  })
})
