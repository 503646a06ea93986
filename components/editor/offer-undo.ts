'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { toast } from 'sonner'
import type { ListDraft } from '@/lib/domain/list-draft'
import type { Edit } from '@/lib/domain/list-edits'
import { useEditor } from './editor'

/** Milliseconds for which a way back stays in sight. */
export const UNDO_TIME = 10_000

/** A toast that loses the focus hands it back to where it came from: let it, before the focus goes where it should. */
const leaveToast = () => document.activeElement instanceof HTMLElement && document.activeElement.blur()

/** Tells what was done, with a way back for as long as it is in sight. */
export function useOfferUndo() {
  const editor = useEditor()
  const t = useTranslations('editor')
  return useCallback(
    (text: string, change: (draft: ListDraft) => Edit) =>
      toast(text, {
        duration: UNDO_TIME,
        action: {
          label: t('undo'),
          onClick: () => {
            leaveToast()
            editor.view.set('edit')
            if (editor.edit(change)) editor.say(t('said.undone'))
          },
        },
      }),
    [editor, t],
  )
}
