'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { toast } from '@/components/ui/toast'
import type { ListDraft } from '@/lib/domain/list-draft'
import type { Edit } from '@/lib/domain/list-edits'
import { useEditor } from './editor'
import { useTakeBack } from './use-travel'

/** Milliseconds for which a way back stays in sight. */
export const UNDO_TIME = 10_000

/** A toast that loses the focus hands it back to where it came from: let it, before the focus goes where it should. */
export const leaveToast = () => document.activeElement instanceof HTMLElement && document.activeElement.blur()

/** Tells what the newest step did, with a way back for as long as it is in sight; `change` is for when others came after it. */
export function useOfferUndo() {
  const editor = useEditor()
  const t = useTranslations('editor')
  const takeBack = useTakeBack(editor)
  return useCallback(
    (text: string, change: (draft: ListDraft) => Edit) => {
      const step = editor.history.get().past.at(-1)?.id
      return toast(text, {
        duration: UNDO_TIME,
        action: {
          label: t('undo'),
          onClick: () => {
            leaveToast()
            if (editor.view.get() === 'preview') editor.view.set('edit')
            takeBack(step, () => editor.edit({ code: 'takeBack' }, change) && editor.say(t('said.undone')))
          },
        },
      })
    },
    [editor, t, takeBack],
  )
}
