import { describe, expect, it } from 'vitest'
import { newDraft } from '@/lib/domain/list-draft'
import type { UnsavedDraft } from '@/lib/domain/unsaved-draft'
import type { KeptDraft, SentMark } from './kept-draft'
import { openWork } from './opened-work'

const at = (minute: number) => `2026-11-22T14:${String(minute).padStart(2, '0')}:00.000Z`
const keptAt = (minute: number, body = 'Daqui'): KeptDraft => ({
  draft: newDraft({ body }),
  version: null,
  at: at(minute),
})
const standsAt = (minute: number, more: Partial<UnsavedDraft> = {}): UnsavedDraft => ({
  draft: newDraft({ body: 'De lá' }),
  version: null,
  revision: 8,
  browser: 'theirs',
  order: Date.parse(at(minute)),
  savedAt: at(minute),
  ...more,
})
const markAt = (minute: number, more: Partial<SentMark> = {}): SentMark => ({
  revision: 7,
  seenAt: at(minute),
  sent: null,
  wasKept: true,
  ...more,
})

type Given = { kept?: KeptDraft | null; mark?: SentMark | null; standing?: UnsavedDraft | null; readAt?: number }

function open({ kept = null, mark = null, standing = null, readAt = 50 }: Given) {
  const { work, aside, held } = openWork({ kept, mark, browser: 'mine', reading: { standing, readAt: at(readAt) } })
  return { opens: work?.draft.body ?? null, aside: aside?.draft.body ?? null, seen: held.revision }
}

describe('what opens of the browser’s copy and the server’s', () => {
  it('is the only one that there is', () => {
    expect(open({ kept: keptAt(10) })).toEqual({ opens: 'Daqui', aside: null, seen: null })
    expect(open({ standing: standsAt(10) })).toEqual({ opens: 'De lá', aside: null, seen: 8 })
    expect(open({})).toEqual({ opens: null, aside: null, seen: null })
  })

  it('is the newer by its moment, and the other is set aside', () => {
    expect(open({ kept: keptAt(20), standing: standsAt(10) })).toEqual({ opens: 'Daqui', aside: 'De lá', seen: 8 })
    expect(open({ kept: keptAt(10), standing: standsAt(20) })).toEqual({ opens: 'De lá', aside: 'Daqui', seen: 8 })
  })

  it('is one of two that read the same, and nothing is set aside', () => {
    const there = standsAt(20, { draft: newDraft({ body: 'Daqui' }) })
    expect(open({ kept: keptAt(10), standing: there })).toEqual({ opens: 'Daqui', aside: null, seen: 8 })
  })

  it('is the browser’s where nobody wrote since, whatever the clocks say', () => {
    const given = { kept: keptAt(1), mark: markAt(30, { revision: 8 }), standing: standsAt(30) }
    expect(open(given)).toEqual({ opens: 'Daqui', aside: null, seen: 8 })
  })

  it('is the server’s where another browser went on from what this one had sent', () => {
    const given = { kept: keptAt(40), mark: markAt(10, { sent: at(40) }), standing: standsAt(20) }
    expect(open(given)).toEqual({ opens: 'De lá', aside: null, seen: 8 })
  })

  it('is the browser’s where this very browser wrote the server’s before, and its answer was lost', () => {
    expect(open({ kept: keptAt(20), standing: standsAt(10, { browser: 'mine' }) })).toEqual({
      opens: 'Daqui',
      aside: null,
      seen: 8,
    })
  })

  it('is the server’s where this browser sent it later, but could not hold it itself', () => {
    expect(open({ kept: keptAt(10), standing: standsAt(20, { browser: 'mine' }) })).toMatchObject({
      opens: 'De lá',
      aside: 'Daqui',
    })
  })

  it('is nothing where another browser saved or discarded what this one had sent, which is set aside', () => {
    expect(open({ kept: keptAt(10), mark: markAt(11, { sent: at(10) }) })).toEqual({
      opens: null,
      aside: 'Daqui',
      seen: null,
    })
    const typedSince = { kept: keptAt(12), mark: markAt(11, { sent: at(10) }) }
    expect(open(typedSince)).toMatchObject({ opens: 'Daqui', aside: null })
  })

  it('is nothing where it was discarded here, and the server did not hear of it', () => {
    const mark = markAt(30, { revision: 8 })
    expect(open({ mark, standing: standsAt(20) })).toEqual({ opens: null, aside: null, seen: 8 })
    expect(open({ mark: { ...mark, wasKept: false }, standing: standsAt(20) }).opens).toBe('De lá')
  })

  it('is the browser’s where the page was read before what this browser knows', () => {
    const mark = markAt(30, { revision: 9, sent: at(29) })
    expect(open({ kept: keptAt(29), mark, standing: standsAt(20), readAt: 25 })).toEqual({
      opens: 'Daqui',
      aside: null,
      seen: 9,
    })
    expect(open({ mark: markAt(30, { revision: null }), standing: standsAt(20), readAt: 25 }).opens).toBeNull()
    expect(open({ kept: keptAt(29), mark, readAt: 25 })).toMatchObject({ opens: 'Daqui', seen: 9 })
  })
})
