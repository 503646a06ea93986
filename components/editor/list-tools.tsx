'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { toast } from '@/components/ui/toast'
import type { DraftSection, ListDraft } from '@/lib/domain/list-draft'
import { isBlankDraft, type TemplateView } from '@/lib/domain/list-template'
import { type Cell, useWholeCell } from './cell'
import { useEditor } from './editor'
import { focusField } from './field-path'
import { UNDO_TIME, useOfferUndo } from './offer-undo'

// With a `loading` of its own: without one the whole page would show its skeleton while the dialog comes.
const ImportDialog = dynamic(() => import('./import-dialog').then((module) => module.ImportDialog), {
  ssr: false,
  loading: () => null,
})
const BulkEditDialog = dynamic(() => import('./bulk-edit-dialog').then((module) => module.BulkEditDialog), {
  ssr: false,
  loading: () => null,
})

const ReadyDialog = dynamic(() => import('@/components/templates/ready-dialog').then((module) => module.ReadyDialog), {
  ssr: false,
  loading: () => null,
})
const TagsDialog = dynamic(() => import('@/components/templates/tags-dialog').then((module) => module.TagsDialog), {
  ssr: false,
  loading: () => null,
})

export type ListTool = 'import' | 'bulk' | 'ready' | 'tags'

type ListToolsProps = {
  open: ListTool | null
  onOpen: (tool: ListTool | null) => void
  /** Puts a draft in place of the whole, and tells so with a way back. */
  onImport: (draft: ListDraft) => void
  saved: Cell<TemplateView | null>
}

/** The dialogs that change the list as a whole: loaded when they are first wanted. */
export function ListTools({ open, onOpen, onImport, saved }: ListToolsProps) {
  const t = useTranslations('import')
  const tReady = useTranslations('ready')
  const template = useWholeCell(saved)
  const isPicked = useRef(false)
  const editor = useEditor()
  const offerUndo = useOfferUndo()
  // What was pasted stays until it is used: a dialog that was closed by mistake costs no words.
  const [pasted, setPasted] = useState('')
  const [left, setLeft] = useState<string | null>(null)

  // On a small screen a toast would lie over the dialog's buttons.
  useEffect(() => {
    if (open) toast.dismiss()
  }, [open])

  const takeImported = (draft: ListDraft) => {
    onImport(draft)
    editor.showAllProblems()
    editor.say(t('done'))
    setPasted('')
    onOpen(null)
  }

  const applyRows = (sections: DraftSection[]) => {
    const before = editor.read().sections
    setLeft(null)
    onOpen(null)
    const edit = editor.edit(
      { code: 'bulk' },
      (draft) => ({ draft: { ...draft, sections }, focus: ['sections', 0, 'title'] }),
      {
        focus: false,
      },
    )
    if (!edit || JSON.stringify(before) === JSON.stringify(sections)) return
    editor.say(t('bulk.done'))
    offerUndo(t('bulk.done'), (draft) => ({
      draft: { ...draft, sections: before },
      focus: ['sections', 0, 'title'],
    }))
  }

  const leaveRows = (typed: string | null) => {
    onOpen(null)
    setLeft(null)
    if (typed === null) return
    toast(t('bulk.dropped'), {
      duration: UNDO_TIME,
      action: {
        label: t('bulk.reopen'),
        onClick: () => {
          setLeft(typed)
          onOpen('bulk')
        },
      },
    })
  }

  return (
    <>
      {open === 'import' && (
        <ImportDialog
          text={pasted}
          onText={setPasted}
          isEditorBlank={isBlankDraft(editor.read())}
          onImport={takeImported}
          onClose={() => onOpen(null)}
        />
      )}
      {open === 'bulk' && <BulkEditDialog left={left} onApply={applyRows} onClose={leaveRows} />}
      {open === 'ready' && (
        <ReadyDialog
          text={tReady('textCompose')}
          onPick={({ draft }) => {
            isPicked.current = true
            takeImported(draft)
          }}
          onClose={() => onOpen(null)}
          isPicked={() => isPicked.current}
          onPickedFocus={() => {
            isPicked.current = false
            focusField(['body'])
          }}
        />
      )}
      {open === 'tags' && template && (
        <TagsDialog
          template={template}
          onSaved={(tags) => saved.set({ ...template, tags })}
          onClose={() => onOpen(null)}
        />
      )}
    </>
  )
}
