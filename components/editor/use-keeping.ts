'use client'

import { useEffect, useState } from 'react'
import { newHistory } from '@/lib/domain/draft-history'
import { type ListDraft, newDraft } from '@/lib/domain/list-draft'
import { draftFingerprint, type TemplateView } from '@/lib/domain/list-template'
import type { UnsavedReading } from '@/lib/domain/unsaved-draft'
import { type Autosaver, createAutosaver, type SaveState } from './autosaver'
import { browserName, browserStore, tabName } from './browser-store'
import { type Cell, createCell, useWholeCell } from './cell'
import { createDraftKeeper, type DraftKeeper, type KeeperState } from './draft-keeper'
import { createDraftServer } from './draft-server'
import type { Editor } from './editor'
import type { KeptDraft } from './kept-draft'
import { keepSteps, keptSteps } from './kept-steps'

/** What the editor begins with when it is not a saved list: nothing, or a copy of something. */
export type EditorStart = { draft: ListDraft; from: 'blank' | 'send' | 'template' }

export type KeepingNote =
  /** Unsaved work came back; `newer` is what somebody has saved in the meantime; another browser's may have made room. */
  | { kind: 'recovered'; newer: TemplateView | null; hasAside: boolean }
  /** This person's version made room for the saved one. */
  | { kind: 'mineAside' }
  /** A copy was asked for while another list was in progress. */
  | { kind: 'replace'; from: 'send' | 'template' }

/** Where unsaved work is held: in the browser, at once, and on the server. */
export type Keeping = { keeper: DraftKeeper; autosaver: Autosaver }

type Place = { editor: Editor; saved: Cell<TemplateView | null>; userId: string }

type KeepingOptions = Place & {
  keeping: Cell<Keeping | null>
  start: EditorStart
  /** What the page read from the server. */
  unsaved: UnsavedReading
}

/** Milliseconds between two looks at what other browsers made of the draft, while the page is in sight. */
const LOOK = 30_000

/** The name of the place where work is held: that of a saved list, or of the one that is none yet. */
export const placeOfWork = (saved: Cell<TemplateView | null>) => saved.get()?.id ?? 'compose'

/** Opens the place for one list; answers what was left unsaved there. */
export function openKeeping(
  place: Place,
  reading: UnsavedReading | null,
): Keeping & { work: KeptDraft | null; hasAside: boolean } {
  const { editor, saved, userId } = place
  const blank = newDraft()
  const browser = browserName()
  const name = placeOfWork(saved)
  const keeper = createDraftKeeper({
    storage: browserStore(),
    userId,
    place: name,
    tab: tabName(),
    read: () => editor.history.get().present,
    base: () => saved.get() ?? { draft: blank, version: null },
    onWrite: () => autosaver.touch(),
    onChoose: ({ draft, version, revision, at }) =>
      autosaver.choose(revision === undefined ? null : { revision, work: { draft, version }, at }),
  })
  const { work, held, hasAside } = keeper.restore(browser, reading)
  const autosaver = createAutosaver({
    server: createDraftServer({ userId, place: name, browser }),
    browser,
    held,
    read: () => {
      keeper.flush()
      return keeper.work()
    },
    onHeld: keeper.mark,
    onOther: keeper.meet,
  })
  return { keeper, autosaver, work, hasAside }
}

/** Holds unsaved work in this browser and on the server, and brings back what was left there. */
export function useKeeping({ editor, keeping, saved, userId, start, unsaved }: KeepingOptions) {
  const [note, setNote] = useState<KeepingNote | null>(null)

  useEffect(() => {
    const own = openKeeping({ editor, saved, userId }, unsaved)
    const kept = own.work
    keeping.set(own)
    const draft = kept?.draft ?? editor.read()
    const steps = keptSteps(userId, placeOfWork(saved), draft)
    if (steps) editor.replace(steps.present, steps)
    else if (kept) editor.replace(draft, newHistory(draft))
    if (kept) {
      const template = saved.get()
      const isCopy = start.from !== 'blank' && draftFingerprint(kept.draft) === draftFingerprint(start.draft)
      if (!template && start.from !== 'blank') {
        // The list in progress stands first, so that whatever happens now, nothing of it is written over.
        if (!isCopy) setNote({ kind: 'replace', from: start.from })
      } else {
        const isOld = template !== null && kept.version !== null && kept.version < template.version
        if (isOld) saved.set({ ...template, version: kept.version ?? template.version })
        setNote({ kind: 'recovered', newer: isOld ? template : null, hasAside: own.hasAside })
      }
    } else if (own.hasAside) {
      setNote({ kind: 'mineAside' })
    }
    own.autosaver.tick()

    const flush = () => {
      keeping.get()?.keeper.flush()
      keepSteps(userId, placeOfWork(saved), editor.history.get())
    }
    const leave = () => {
      flush()
      keeping.get()?.autosaver.hurry()
    }
    const wake = () => void keeping.get()?.autosaver.wake()
    const turn = () => (document.visibilityState === 'hidden' ? leave() : wake())
    const look = setInterval(() => document.visibilityState === 'visible' && wake(), LOOK)
    const hear = (event: StorageEvent) => keeping.get()?.keeper.hear(event.key)
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', turn)
    window.addEventListener('focus', wake)
    window.addEventListener('online', wake)
    window.addEventListener('storage', hear)
    return () => {
      flush()
      keeping.get()?.autosaver.close()
      keeping.set(null)
      clearInterval(look)
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', turn)
      window.removeEventListener('focus', wake)
      window.removeEventListener('online', wake)
      window.removeEventListener('storage', hear)
    }
  }, [editor, keeping, saved, userId, start, unsaved])

  return { note, setNote }
}

const NOTHING_KEPT = createCell<KeeperState>({ works: true, unsaved: false, other: null, aside: [] })
const NOTHING_SENT = createCell<SaveState>({ status: 'idle', at: null })

export const useKeeperState = (keeping: Cell<Keeping | null>) =>
  useWholeCell(useWholeCell(keeping)?.keeper.state ?? NOTHING_KEPT)
export const useSaveState = (keeping: Cell<Keeping | null>) =>
  useWholeCell(useWholeCell(keeping)?.autosaver.state ?? NOTHING_SENT)
