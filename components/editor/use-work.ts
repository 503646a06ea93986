'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { type ListDraft, newDraft } from '@/lib/domain/list-draft'
import { draftFingerprint, isBlankDraft, type TemplateView } from '@/lib/domain/list-template'
import { createCell } from './cell'
import type { DraftKeeper } from './draft-keeper'
import { useNewEditor } from './editor'
import type { AsideDraft } from './kept-draft'
import { useMoment } from './moment'
import { type EditorStart, openKeeper, useKeeping } from './use-keeping'
import { useSaving } from './use-saving'

type WorkOptions = { userId: string; template: TemplateView | null; start: EditorStart }

/** The draft, what is saved of it and what this browser holds of it, and each way from one to another. */
export function useWork(options: WorkOptions) {
  const t = useTranslations('editor')
  const moment = useMoment()
  // As the page was opened: drawn again by the server, it may bring other things, which are not what was typed into.
  const [{ userId, template, start }] = useState(options)
  const [saved] = useState(() => createCell(template))
  const [keeper] = useState(() => createCell<DraftKeeper | null>(null))
  const editor = useNewEditor(start.draft, () => keeper.get()?.touch())
  const { note, setNote } = useKeeping({ editor, keeper, saved, userId, start })

  const saving = useSaving({
    editor,
    saved,
    onSaved: (now) => {
      saved.set(now)
      keeper.get()?.flush()
      setNote(null)
      editor.say(moment.saved(now.savedAt))
    },
    onMoved: (now) => {
      keeper.get()?.leave()
      saved.set(now)
      const next = openKeeper(editor, saved, userId)
      keeper.set(next)
      next.flush()
      setNote(null)
    },
  })

  /** Another draft in place of this one, which is held until somebody wants it back. */
  const swap = (put: () => void): boolean => {
    const wasHeld = keeper.get()?.putAside() ?? false
    put()
    keeper.get()?.flush()
    return wasHeld
  }

  const seeSaved = (now: TemplateView) => {
    const wasHeld = swap(() => {
      saved.set(now)
      editor.replace(now.draft)
    })
    setNote(wasHeld ? { kind: 'mineAside' } : null)
  }

  const bringBack = (aside: AsideDraft) => {
    swap(() => editor.replace(aside.draft))
    keeper.get()?.dropAside(aside.id)
    setNote(null)
  }

  const discard = () => {
    const [mine, before] = [editor.read(), saved.get()]
    const now = note?.kind === 'recovered' && note.newer ? note.newer : before
    saved.set(now)
    editor.replace(now?.draft ?? newDraft())
    keeper.get()?.flush()
    setNote(null)
    toast(t('discarded'), {
      action: {
        label: t('undo'),
        onClick: () => {
          saved.set(before)
          editor.replace(mine)
        },
      },
    })
  }

  const startOver = () => {
    if (!swap(() => editor.replace(newDraft()))) return
    const [held] = keeper.get()?.state.get().aside ?? []
    toast(t('startedOver'), held && { action: { label: t('undo'), onClick: () => bringBack(held) } })
  }

  /** Another list in place of this one; answers the way back, or null where there was nothing. */
  const replaceWith = (draft: ListDraft): (() => void) | null => {
    const mine = editor.read()
    const wasHeld = swap(() => editor.replace(draft))
    const [held] = keeper.get()?.state.get().aside ?? []
    setNote(null)
    if (isBlankDraft(mine)) return null
    return () => {
      if (wasHeld && held) bringBack(held)
      else swap(() => editor.replace(mine))
    }
  }

  const openCopy = () => {
    swap(() => editor.replace(start.draft))
    setNote(null)
  }

  const takeOther = () => {
    const other = keeper.get()?.takeOther()
    if (other) editor.replace(other.draft)
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
    keeper,
    saving,
    note,
    dismiss: () => setNote(null),
    seeSaved,
    bringBack,
    discard,
    startOver,
    replaceWith,
    openCopy,
    takeOther,
    sentTemplate,
  }
}
