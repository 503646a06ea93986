import type { UnsavedReading } from '@/lib/domain/unsaved-draft'
import { type Held, toHeld } from './autosaver'
import { type KeptDraft, type SentMark, sameWords } from './kept-draft'

type Places = {
  /** What this browser holds, and what it knows of the server. */
  kept: KeptDraft | null
  mark: SentMark | null
  browser: string
  /** What the page read from the server; null where it did not look. */
  reading: UnsavedReading | null
}

/** What opens, what is set aside for it, and what is known to stand on the server. */
export type OpenedWork = { work: KeptDraft | null; aside: KeptDraft | null; held: Held }

/**
 * Of the browser's copy and the server's, the newer: the browser's where nobody else has written since, else by their
 * moments. Words that stand nowhere else are set aside, so that neither is lost.
 */
export function openWork({ kept, mark, browser, reading }: Places): OpenedWork {
  const mine = (held: Held): OpenedWork => ({ work: kept, aside: null, held })
  // Going back in the browser shows a page as it was read then, and this browser may know of later.
  if (!reading || (mark && reading.readAt < mark.seenAt)) {
    return mine({ revision: mark?.revision ?? null, work: null, at: null })
  }
  const { standing } = reading
  if (!standing) {
    const nothing = { revision: null, work: null, at: null }
    // It stood there word by word and was taken away by another browser: it was saved or discarded there.
    if (kept && mark?.sent === kept.at) return { work: null, aside: kept, held: nothing }
    return mine(nothing)
  }

  const held = toHeld(standing)
  const there = { draft: standing.draft, version: standing.version, at: standing.savedAt }
  if (!kept) {
    const wasEmptiedHere = mark?.wasKept && mark.revision === standing.revision
    return wasEmptiedHere ? mine(held) : { work: there, aside: null, held }
  }
  if (sameWords(kept.draft, there.draft) || mark?.revision === standing.revision) return mine(held)
  const wrote = standing.browser === browser ? new Date(standing.order).toISOString() : there.at
  if (standing.browser === browser && kept.at > wrote) return mine(held)
  if (mark?.sent === kept.at && standing.browser !== browser) return { work: there, aside: null, held }
  return kept.at > wrote ? { work: kept, aside: there, held } : { work: there, aside: kept, held }
}
