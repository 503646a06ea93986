'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from '@/components/ui/toast'
import { newHistory } from '@/lib/domain/draft-history'
import { type ListDraft, newDraft } from '@/lib/domain/list-draft'
import { draftFingerprint, isBlankDraft, type TemplateView } from '@/lib/domain/list-template'
import type { UnsavedReading } from '@/lib/domain/unsaved-draft'
import { createCell } from './cell'
import { useNewEditor } from './editor'
import type { AsideDraft } from './kept-draft'
import { keepSteps } from './kept-steps'
import { useMoment } from './moment'
import { leaveToast, UNDO_TIME } from './offer-undo'
import { type EditorStart, type Keeping, openKeeping, placeOfWork, useKeeping } from './use-keeping'
import { useSaving } from './use-saving'
import { useTakeBack } from './use-travel'

type WorkOptions = { userId: string; template: TemplateView | null; start: EditorStart; unsaved: UnsavedReading }

export type Work = ReturnType<typeof useWork>

/** The draft, what is saved of it and what is held of it unsaved, and each way from one to another. */
export function useWork(options: WorkOptions) {
  const t = useTranslations('editor')
  const tImport = useTranslations('import')
  const moment = useMoment()
  // As the page was opened: drawn again by the server, it may bring other things, which are not what was typed into.
  const [{ userId, template, start, unsaved }] = useState(options)
  const [saved] = useState(() => createCell(template))
  const [keeping] = useState(() => createCell<Keeping | null>(null))
  const keeper = () => keeping.get()?.keeper
  const editor = useNewEditor(
    start.draft,
    () => keeper()?.touch(),
    () => keeper()?.putAside(),
  )
  const takeBack = useTakeBack(editor)
  const { note, setNote } = useKeeping({ editor, keeping, saved, userId, start, unsaved })

  const saving = useSaving({
    editor,
    saved,
    onSaved: (now) => {
      saved.set(now)
      keeper()?.flush()
      setNote(null)
      editor.say(moment.saved(now.savedAt))
    },
    onMoved: (now) => {
      keeper()?.leave()
      keeping.get()?.autosaver.close()
      keepSteps(userId, placeOfWork(saved), null)
      saved.set(now)
      keepSteps(userId, placeOfWork(saved), editor.history.get())
      keeping.set(openKeeping({ editor, saved, userId }, null))
      keeper()?.flush()
      setNote(null)
    },
  })

  /** Another draft in place of this one, which is held until somebody wants it back. */
  const swap = (put: () => void): boolean => {
    const wasHeld = keeper()?.putAside() ?? false
    put()
    keeper()?.flush()
    return wasHeld
  }

  const seeSaved = (now: TemplateView) => {
    const wasHeld = swap(() => {
      saved.set(now)
      // Steps back from here would lead over what somebody else saved, unasked: what stood here is set aside instead.
      editor.replace(now.draft, newHistory(now.draft))
    })
    setNote(wasHeld ? { kind: 'mineAside' } : null)
  }

  const bringBack = (aside: AsideDraft) => {
    swap(() => editor.replace(aside.draft, { code: 'bringBack' }))
    keeper()?.dropAside(aside.id)
    setNote(null)
  }

  const newestStep = () => editor.history.get().past.at(-1)?.id

  const offerBack = (text: string, back: (() => void) | null) =>
    toast(text, {
      duration: UNDO_TIME,
      action: back && {
        label: t('undo'),
        onClick: () => {
          leaveToast()
          back()
        },
      },
    })

  const discard = () => {
    const [mine, steps, before] = [editor.read(), editor.history.get(), saved.get()]
    const newer = note?.kind === 'recovered' ? note.newer : null
    const now = newer ?? before
    const draft = now?.draft ?? newDraft()
    saved.set(now)
    editor.replace(draft, newer ? newHistory(draft) : { code: 'discard' })
    keeper()?.flush()
    setNote(null)
    const step = newestStep()
    const putBack = () =>
      swap(() => {
        saved.set(before)
        editor.replace(mine, steps)
      })
    offerBack(t('discarded'), () =>
      newer ? putBack() : takeBack(step, () => swap(() => editor.replace(mine, { code: 'takeBack' }))),
    )
  }

  const startOver = () => {
    const mine = editor.read()
    if (isBlankDraft(mine)) return editor.replace(mine, editor.history.get())
    offerBack(t('startedOver'), replaceWith(newDraft(), 'startOver'))
  }

  /** Another list in place of this one, as a step; answers the way back, or null where there was nothing. */
  const replaceWith = (draft: ListDraft, code: 'import' | 'startOver'): (() => void) | null => {
    const mine = editor.read()
    const wasHeld = swap(() => editor.replace(draft, { code }))
    const [held] = keeper()?.state.get().aside ?? []
    const step = newestStep()
    setNote(null)
    if (isBlankDraft(mine)) return null
    return () => {
      const isBack = takeBack(step, () => {
        if (wasHeld && held) bringBack(held)
        else swap(() => editor.replace(mine, { code: 'takeBack' }))
      })
      if (isBack && wasHeld && held) keeper()?.dropAside(held.id)
    }
  }

  const importList = (draft: ListDraft) => offerBack(tImport('done'), replaceWith(draft, 'import'))

  const openCopy = () => {
    swap(() => editor.replace(start.draft, { code: 'openCopy' }))
    setNote(null)
  }

  const takeOther = () => {
    const other = keeper()?.takeOther()
    if (other) editor.replace(other.draft, { code: 'takeOther' })
  }

  /** The saved list, where the draft is exactly what is saved: only then is a Send one of it. */
  const sentTemplate = () => {
    const now = saved.get()
    return now && draftFingerprint(editor.read()) === draftFingerprint(now.draft)
      ? { id: now.id, version: now.version }
      : null
  }

  return {
    editor,
    saved,
    keeping,
    saving,
    note,
    dismiss: () => setNote(null),
    seeSaved,
    bringBack,
    discard,
    startOver,
    importList,
    openCopy,
    takeOther,
    sentTemplate,
  }
}
