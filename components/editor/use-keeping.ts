'use client'

import { useEffect, useState } from 'react'
import { newHistory } from '@/lib/domain/draft-history'
import { type ListDraft, newDraft } from '@/lib/domain/list-draft'
import { draftFingerprint, type TemplateView } from '@/lib/domain/list-template'
import { browserStore, tabName } from './browser-store'
import type { Cell } from './cell'
import { createDraftKeeper, type DraftKeeper } from './draft-keeper'
import type { Editor } from './editor'
import { keepSteps, keptSteps } from './kept-steps'

/** What the editor begins with when it is not a saved list: nothing, or a copy of something. */
export type EditorStart = { draft: ListDraft; from: 'blank' | 'send' | 'template' }

export type KeepingNote =
  /** Unsaved work came back; `newer` is what somebody has saved in the meantime. */
  | { kind: 'recovered'; newer: TemplateView | null }
  /** This person's version made room for the saved one. */
  | { kind: 'mineAside' }
  /** A copy was asked for while another list was in progress. */
  | { kind: 'replace'; from: 'send' | 'template' }

type KeepingOptions = {
  editor: Editor
  keeper: Cell<DraftKeeper | null>
  saved: Cell<TemplateView | null>
  userId: string
  start: EditorStart
}

/** The name of the place where work is held: that of a saved list, or of the one that is none yet. */
export const placeOfWork = (saved: Cell<TemplateView | null>) => saved.get()?.id ?? 'compose'

/** Opens a place in the browser's store for one list. */
export function openKeeper(editor: Editor, saved: Cell<TemplateView | null>, userId: string): DraftKeeper {
  const blank = newDraft()
  return createDraftKeeper({
    storage: browserStore(),
    userId,
    place: placeOfWork(saved),
    tab: tabName(),
    read: editor.read,
    base: () => saved.get() ?? { draft: blank, version: null },
  })
}

/** Holds unsaved work in this browser, and brings back what was left there. */
export function useKeeping({ editor, keeper, saved, userId, start }: KeepingOptions) {
  const [note, setNote] = useState<KeepingNote | null>(null)

  useEffect(() => {
    const own = openKeeper(editor, saved, userId)
    keeper.set(own)
    const kept = own.restore()
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
        setNote({ kind: 'recovered', newer: isOld ? template : null })
      }
    } else {
      own.touch()
    }

    const flush = () => {
      keeper.get()?.flush()
      keepSteps(userId, placeOfWork(saved), editor.history.get())
    }
    const hide = () => document.visibilityState === 'hidden' && flush()
    const hear = (event: StorageEvent) => keeper.get()?.hear(event.key)
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', hide)
    window.addEventListener('storage', hear)
    return () => {
      flush()
      keeper.set(null)
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', hide)
      window.removeEventListener('storage', hear)
    }
  }, [editor, keeper, saved, userId, start])

  return { note, setNote }
}
