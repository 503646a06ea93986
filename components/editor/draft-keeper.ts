import { atRest } from '@/components/ui/at-rest'
import type { ListDraft } from '@/lib/domain/list-draft'
import type { UnsavedDraft, UnsavedReading, UnsavedWork } from '@/lib/domain/unsaved-draft'
import type { Held } from './autosaver'
import { type Cell, createCell } from './cell'
import {
  type AsideDraft,
  draftPlace,
  type KeptDraft,
  readAside,
  readKept,
  readSentMark,
  type SentMark,
  sameWords,
  withAside,
} from './kept-draft'
import { openWork } from './opened-work'

/** Short enough that a crash costs a word at most, long enough not to write on every key. */
const WRITE_AFTER = 250

/** What another tab, or with a revision another browser, has made of the draft. */
export type OtherDraft = KeptDraft & { revision?: number }

export type KeeperState = {
  /** false where the browser refuses to hold anything. */
  works: boolean
  /** Whether the draft differs from what is saved, as of the last time that it was written down. */
  unsaved: boolean
  /** Until a person chooses, neither is written over the other. */
  other: OtherDraft | null
  aside: AsideDraft[]
}

type Restored = {
  work: KeptDraft | null
  /** What is known to stand on the server. */
  held: Held
  /** Whether other unsaved work made room for it. */
  hasAside: boolean
}

type KeeperOptions = {
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null
  userId: string
  place: string
  /** This tab's own name: a paused tab's work is held under it. */
  tab: string
  /** The draft as it is, which nobody writes into. */
  read: () => ListDraft
  /** What is saved, or what a new list begins with, and the version that a save would name. */
  base: () => { draft: ListDraft; version: number | null }
  /** Something else is unsaved by now, or nothing any more. */
  onWrite?: () => void
  /** Somebody chose between this draft and the other. */
  onChoose?: (other: OtherDraft) => void
  now?: () => Date
}

export type DraftKeeper = ReturnType<typeof createDraftKeeper>

/**
 * Holds unsaved work in the browser: one draft for each person and place, and a few that were set aside. Two tabs on one
 * draft write to the same place, so before it writes, a tab looks whether the other has written since it last looked.
 */
export function createDraftKeeper(options: KeeperOptions) {
  const { storage, userId, place, tab, read, base, onWrite, onChoose, now = () => new Date() } = options
  const keys = draftPlace(userId, place)
  const paused = `tab.${tab}`
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  let told: { draft: ListDraft; base: ListDraft } | null = null

  const get = (key: string) => {
    try {
      return storage?.getItem(key) ?? null
    } catch {
      return null
    }
  }
  const put = (key: string, value: string | null) => {
    try {
      if (!storage) throw new Error('This browser holds nothing.')
      if (value === null) storage.removeItem(key)
      else storage.setItem(key, value)
      if (!state.get().works) state.set({ ...state.get(), works: true })
    } catch {
      if (state.get().works) state.set({ ...state.get(), works: false })
    }
  }

  const state: Cell<KeeperState> = createCell<KeeperState>({
    works: true,
    unsaved: false,
    other: null,
    aside: readAside(get(keys.aside)),
  })
  let seen = get(keys.draft)
  let parsed: { raw: string | null; kept: KeptDraft | null } = { raw: null, kept: null }
  const keptAsSeen = () => {
    if (parsed.raw !== seen) parsed = { raw: seen, kept: readKept(seen) }
    return parsed.kept
  }

  const isUnsaved = () => !sameWords(read(), base().draft)
  const current = (): KeptDraft => ({ draft: read(), version: base().version, at: now().toISOString() })

  const setAside = (change: (list: AsideDraft[]) => AsideDraft[]) => {
    const aside = change(readAside(get(keys.aside)))
    put(keys.aside, aside.length ? JSON.stringify(aside) : null)
    state.set({ ...state.get(), aside })
  }

  // The same words need no second place; what another tab holds under its own name is that tab's.
  const holdAside = (kept: KeptDraft) =>
    setAside((list) =>
      withAside(
        list.filter(({ id, draft }) => id.startsWith('tab.') || !sameWords(draft, kept.draft)),
        kept,
      ),
    )

  /** Takes note of what another tab wrote: of words that stand here, or stood there before, there is nothing to tell. */
  const meet = (raw: string | null) => {
    // What stood there while nobody had to choose was this tab's own, or is shown in it.
    const before = state.get().other ? null : keptAsSeen()
    seen = raw
    const other = keptAsSeen()
    const isKnown = other && (sameWords(other.draft, read()) || (before && sameWords(other.draft, before.draft)))
    state.set({ ...state.get(), other: isKnown ? null : other })
  }

  const write = () => {
    const kept = isUnsaved() ? current() : null
    const there = keptAsSeen()
    const isThere = kept && there && kept.version === there.version && sameWords(kept.draft, there.draft)
    if (isThere || (kept === null && seen === null)) return
    put(keys.draft, kept && JSON.stringify(kept))
    seen = get(keys.draft)
    if (kept && seen !== null) parsed = { raw: seen, kept }
  }

  const tell = () => {
    const is = { draft: read(), base: base().draft }
    if (told?.draft === is.draft && told.base === is.base) return
    told = is
    const unsaved = isUnsaved()
    if (state.get().unsaved !== unsaved) state.set({ ...state.get(), unsaved })
    onWrite?.()
  }

  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (stopped) return
    const there = get(keys.draft)
    if (there !== seen) meet(there)
    if (!state.get().other) write()
    else if (isUnsaved()) setAside((list) => withAside(list, current(), paused))
    tell()
  }

  return {
    state,
    flush,
    /**
     * What was left unsaved, in this browser or on the server; of a tab that was reloaded while it was paused, its own.
     */
    restore: (browser = '', reading: UnsavedReading | null = null): Restored => {
      const mark = readSentMark(get(keys.sent))
      const own = readAside(get(keys.aside)).find(({ id }) => id === paused)
      const kept = keptAsSeen()
      if (own && kept && !sameWords(kept.draft, own.draft)) {
        state.set({ ...state.get(), other: kept })
        return { work: own, held: { revision: mark?.revision ?? null, work: null, at: null }, hasAside: false }
      }
      const found = own ?? kept
      const isWork = (work: KeptDraft | null) => (work && !sameWords(work.draft, base().draft) ? work : null)
      const { work, aside, held } = openWork({ kept: isWork(found), mark, browser, reading })
      const hasAside = aside !== null && isWork(aside) !== null
      if (hasAside) holdAside(aside)
      return { work: isWork(work), held, hasAside }
    },
    /** What the server is to hold: nothing here is sent while a person has to choose. */
    work: (): UnsavedWork | null | 'paused' => {
      if (stopped) return null
      if (state.get().other) return 'paused'
      return isUnsaved() ? { draft: read(), version: base().version } : null
    },
    /** What the server answered that it holds. */
    mark: ({ revision, work, at }: Held) => {
      const kept = keptAsSeen()
      const sent = kept && work && sameWords(kept.draft, work.draft) ? kept.at : null
      const mark: SentMark = { revision, seenAt: at ?? now().toISOString(), sent, wasKept: kept !== null }
      put(keys.sent, JSON.stringify(mark))
    },
    /** Another browser's words stand on the server. Says whether they are in this draft anyway. */
    meet: ({ draft, version, revision, savedAt }: UnsavedDraft): boolean => {
      if (sameWords(draft, read())) return true
      if (!state.get().other) state.set({ ...state.get(), other: { draft, version, at: savedAt, revision } })
      return false
    },
    /** Something changed: it is written within a moment. */
    touch: () => {
      if (!stopped) timer ??= setTimeout(() => atRest(flush, WRITE_AFTER), WRITE_AFTER)
    },
    /** Another tab wrote to the browser's store. */
    hear: (key: string | null) => {
      if (key === keys.aside || key === null) state.set({ ...state.get(), aside: readAside(get(keys.aside)) })
      if (key === keys.draft || key === null) meet(get(keys.draft))
    },
    /** Sets the present draft aside, if there is anything unsaved in it. Says whether there was. */
    putAside: (): boolean => {
      if (!isUnsaved()) return false
      holdAside(current())
      return true
    },
    dropAside: (id: string) => setAside((list) => list.filter((other) => other.id !== id)),
    /** Goes on with this tab's draft: the other's is set aside. */
    keepMine: () => {
      const { other } = state.get()
      if (!other) return
      setAside((list) =>
        withAside(
          list.filter(({ id }) => id !== paused),
          other,
        ),
      )
      state.set({ ...state.get(), other: null })
      write()
      onChoose?.(other)
    },
    /** Goes on with the other tab's draft, which the caller puts in place: this tab's is set aside. */
    takeOther: (): OtherDraft | null => {
      const { other } = state.get()
      if (!other) return null
      const mine = isUnsaved() ? current() : null
      setAside((list) => {
        const rest = list.filter(({ id }) => id !== paused)
        return mine ? withAside(rest, mine) : rest
      })
      state.set({ ...state.get(), other: null })
      onChoose?.(other)
      return other
    },
    /** Nothing here is unsaved any more, whoever else may be typing: the place is emptied. */
    clear: () => {
      clearTimeout(timer)
      timer = undefined
      put(keys.draft, null)
      seen = null
    },
    /** The work goes on elsewhere: what is held here is over, and nothing is written any more. */
    leave: () => {
      clearTimeout(timer)
      stopped = true
      put(keys.draft, null)
      seen = null
    },
  }
}
