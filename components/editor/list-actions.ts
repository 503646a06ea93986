'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import {
  addRow,
  addSection,
  duplicateRow,
  duplicateSection,
  type Edit,
  type FieldPath,
  moveRow,
  moveRowToSection,
  moveSection,
  removeRow,
  removeSection,
} from '@/lib/domain/list-edits'
import { hasWords, lostRow, lostSection, restoreRow, restoreSection } from '@/lib/domain/list-restore'
import { fillRowId } from '@/lib/domain/row-id'
import { useEditor } from './editor'
import { fieldId, focusField } from './field-path'
import { useOfferUndo } from './offer-undo'

/** 1-based numbers of the section and row that a path leads to, as they are read out. */
const numbersOf = (path: FieldPath) => ({ section: Number(path[1]) + 1, row: Number(path[3]) + 1 })

/** The same button of the card that has just moved: who moves by keyboard wants to press on. */
function focusAgain(edit: Edit, button: string) {
  const card = document.getElementById(fieldId(edit.focus.slice(0, -1)))
  const again = card?.querySelector<HTMLElement>(`:scope > [data-actions] [data-act="${button}"]`)
  if (!again || again.getAttribute('aria-disabled') === 'true') focusField(edit.focus)
  else {
    again.focus({ preventScroll: true })
    card?.scrollIntoView({ block: 'nearest' })
  }
}

/** The edits of sections and rows, each with its focus, what a screen reader hears of it, and a way back. */
export function useListActions() {
  const editor = useEditor()
  const t = useTranslations('editor')
  const offerUndo = useOfferUndo()
  return useMemo(() => {
    return {
      addSection: () => {
        const edit = editor.edit({ code: 'addSection' }, addSection)
        if (edit) editor.say(t('said.sectionAdded', { number: numbersOf(edit.focus).section }))
      },
      duplicateSection: (s: number) => {
        const edit = editor.edit({ code: 'duplicateSection' }, (draft) => duplicateSection(draft, s))
        if (edit) editor.say(t('said.sectionDuplicated', { number: numbersOf(edit.focus).section }))
      },
      moveSection: (s: number, by: -1 | 1, byKeyboard: boolean) => {
        const edit = editor.edit({ code: 'moveSection' }, (draft) => moveSection(draft, s, by), { focus: !byKeyboard })
        if (!edit) return
        if (byKeyboard) focusAgain(edit, by < 0 ? 'up' : 'down')
        const { section: number } = numbersOf(edit.focus)
        editor.say(t('said.sectionMoved', { number, total: edit.draft.sections.length }))
      },
      removeSection: (s: number) => {
        const lost = lostSection(editor.read(), s)
        if (!lost || !editor.edit({ code: 'removeSection' }, (draft) => removeSection(draft, s))) return
        editor.say(t('said.sectionRemoved', { number: s + 1 }))
        const { title, rows } = lost.section
        if (hasWords(title, ...rows.flatMap((row) => [row.title, row.description, row.id]))) {
          offerUndo(t('sectionRemoved'), (draft) => restoreSection(draft, lost))
        }
      },
      addRow: (s: number) => {
        const edit = editor.edit({ code: 'addRow' }, (draft) => addRow(draft, s))
        if (edit) editor.say(t('said.rowAdded', numbersOf(edit.focus)))
      },
      duplicateRow: (s: number, r: number) => {
        const edit = editor.edit({ code: 'duplicateRow' }, (draft) => duplicateRow(draft, s, r))
        if (edit) editor.say(t('said.rowDuplicated', numbersOf(edit.focus)))
      },
      moveRow: (s: number, r: number, by: -1 | 1, byKeyboard: boolean) => {
        const edit = editor.edit({ code: 'moveRow' }, (draft) => moveRow(draft, s, r, by), { focus: !byKeyboard })
        if (!edit) return
        if (byKeyboard) focusAgain(edit, by < 0 ? 'up' : 'down')
        editor.say(t('said.rowMoved', numbersOf(edit.focus)))
      },
      /** Answers where the row is now; the menu that asked puts the focus there once it has closed. */
      moveRowTo: (s: number, r: number, target: number): FieldPath | null => {
        const edit = editor.edit({ code: 'moveRow' }, (draft) => moveRowToSection(draft, s, r, target), {
          focus: false,
        })
        if (edit) editor.say(t('said.rowMoved', numbersOf(edit.focus)))
        return edit?.focus ?? null
      },
      removeRow: (s: number, r: number) => {
        const lost = lostRow(editor.read(), s, r)
        if (!lost || !editor.edit({ code: 'removeRow' }, (draft) => removeRow(draft, s, r))) return
        editor.say(t('said.rowRemoved', { section: s + 1, row: r + 1 }))
        const { title, description, id } = lost.row
        if (hasWords(title, description, id)) offerUndo(t('rowRemoved'), (draft) => restoreRow(draft, lost))
      },
      fillRowId: (s: number, r: number) => {
        const id = fillRowId(editor.read(), s, r).sections[s]?.rows[r]?.id
        if (id) editor.setText(`sections.${s}.rows.${r}.id`, id, 'derived')
      },
    }
  }, [editor, t, offerUndo])
}
