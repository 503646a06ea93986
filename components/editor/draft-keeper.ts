import type { ListDraft } from '@/lib/domain/list-draft'
import { draftFingerprint } from '@/lib/domain/list-template'
import { type Cell, createCell } from './cell'
import { type AsideDraft, draftPlace, type KeptDraft, readAside, readKept, withAside } from './kept-draft'

/** Short enough that a crash costs a word at most, long enough not to write on every key. */
const WRITE_AFTER = 250

export type KeeperState = {
  /** false where the browser refuses to hold anything. */
  works: boolean
  /** What another tab has made of this draft since; until a person chooses, neither is written over the other. */
  other: KeptDraft | null
  aside: AsideDraft[]
}

type KeeperOptions = {
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null
  userId: string
  place: string
  /** This tab's own name: a paused tab's work is held under it. */
  tab: string
  read: () => ListDraft
  /** What is saved, or what a new list begins with, and the version that a save would name. */
  base: () => { draft: ListDraft; version: number | null }
  now?: () => Date
}

const sameWords = (a: ListDraft, b: ListDraft) => draftFingerprint(a) === draftFingerprint(b)

export type DraftKeeper = ReturnType<typeof createDraftKeeper>

/**
 * Holds unsaved work in the browser: one draft for each person and place, and a few that were set aside. Two tabs on one
 * draft write to the same place, so before it writes, a tab looks whether the other has written since it last looked.
 */
export function createDraftKeeper({ storage, userId, place, tab, read, base, now = () => new Date() }: KeeperOptions) {
  const keys = draftPlace(userId, place)
  const paused = `tab.${tab}`
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false

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
    other: null,
    aside: readAside(get(keys.aside)),
  })
  let seen = get(keys.draft)

  const isUnsaved = () => !sameWords(read(), base().draft)
  const current = (): KeptDraft => ({ draft: read(), version: base().version, at: now().toISOString() })

  const setAside = (change: (list: AsideDraft[]) => AsideDraft[]) => {
    const aside = change(readAside(get(keys.aside)))
    put(keys.aside, aside.length ? JSON.stringify(aside) : null)
    state.set({ ...state.get(), aside })
  }

  /** Takes note of what another tab wrote: of words that stand here, or stood there before, there is nothing to tell. */
  const meet = (raw: string | null) => {
    // What stood there while nobody had to choose was this tab's own, or is shown in it.
    const before = state.get().other ? null : readKept(seen)
    const other = readKept(raw)
    seen = raw
    const isKnown = other && (sameWords(other.draft, read()) || (before && sameWords(other.draft, before.draft)))
    state.set({ ...state.get(), other: isKnown ? null : other })
  }

  const write = () => {
    const kept = isUnsaved() ? current() : null
    const there = readKept(seen)
    const isThere = kept && there && kept.version === there.version && sameWords(kept.draft, there.draft)
    if (isThere || (kept === null && seen === null)) return
    put(keys.draft, kept && JSON.stringify(kept))
    seen = get(keys.draft)
  }

  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (stopped) return
    const there = get(keys.draft)
    if (there !== seen) meet(there)
    if (!state.get().other) return write()
    if (isUnsaved()) setAside((list) => withAside(list, current(), paused))
  }

  return {
    state,
    isUnsaved,
    flush,
    /** What was left unsaved here, or null. Of a tab that was reloaded while it was paused, its own. */
    restore: (): KeptDraft | null => {
      const own = readAside(get(keys.aside)).find(({ id }) => id === paused)
      const kept = readKept(seen)
      if (own && kept && !sameWords(kept.draft, own.draft)) {
        state.set({ ...state.get(), other: kept })
        return own
      }
      const found = own ?? kept
      return found && !sameWords(found.draft, base().draft) ? found : null
    },
    /** Something changed: it is written within a moment. */
    touch: () => {
      if (!stopped) timer ??= setTimeout(flush, WRITE_AFTER)
    },
    /** Another tab wrote to the browser's store. */
    hear: (key: string | null) => {
      if (key === keys.aside || key === null) state.set({ ...state.get(), aside: readAside(get(keys.aside)) })
      if (key === keys.draft || key === null) meet(get(keys.draft))
    },
    /** Sets the present draft aside, if there is anything unsaved in it. Says whether there was. */
    putAside: (): boolean => {
      if (!isUnsaved()) return false
      const kept = current()
      // The same words need no second place; what another tab holds under its own name is that tab's.
      setAside((list) =>
        withAside(
          list.filter(({ id, draft }) => id.startsWith('tab.') || !sameWords(draft, kept.draft)),
          kept,
        ),
      )
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
    },
    /** Goes on with the other tab's draft, which the caller puts in place: this tab's is set aside. */
    takeOther: (): KeptDraft | null => {
      const { other } = state.get()
      if (!other) return null
      const mine = isUnsaved() ? current() : null
      setAside((list) => {
        const rest = list.filter(({ id }) => id !== paused)
        return mine ? withAside(rest, mine) : rest
      })
      state.set({ ...state.get(), other: null })
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
