'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { StepName } from '@/lib/domain/draft-history'
import type { ListDraft } from '@/lib/domain/list-draft'
import {
  addRow,
  addRowBlock,
  type BlockReason,
  duplicateRow,
  duplicateSection,
  duplicateSectionBlock,
  type Edit,
  moveRow,
  moveRowToSection,
  moveSection,
} from '@/lib/domain/list-edits'
import { useBlockText } from './block-text'
import { useEditor } from './editor'
import { focusField, type ListPlace } from './field-path'

type By = -1 | 1
type Caret = { start: number | null; end: number | null }

const isText = (element: Element | null): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement

function caretNow(): Caret {
  const element = document.activeElement
  return isText(element) ? { start: element.selectionStart, end: element.selectionEnd } : { start: null, end: null }
}

/** The same text of the row or section that the edit moved or made, with the caret where it was. */
function stay({ focus }: Edit, { field }: ListPlace, { start, end }: Caret) {
  focusField([...focus.slice(0, -1), field ?? 'title'])
  const element = document.activeElement
  if (start !== null && isText(element)) element.setSelectionRange(start, end)
}

/** What the keys do where the focus is. Each tells a screen reader what came of it, or why nothing did. */
export function useKeyActions() {
  const editor = useEditor()
  const t = useTranslations('editor.said')
  const tKeys = useTranslations('keys.said')
  const blockText = useBlockText()
  return useMemo(() => {
    const isBlocked = (reason: BlockReason | null) => {
      const text = blockText(reason)
      if (text) editor.say(text)
      return !!text
    }
    const make = (code: StepName['code'], change: (draft: ListDraft) => Edit, place: ListPlace) => {
      const caret = caretNow()
      const edit = editor.edit({ code }, change, { focus: false })
      if (edit) stay(edit, place, caret)
      return edit
    }
    const numbersOf = ({ focus }: Edit) => ({ section: Number(focus[1]) + 1, row: Number(focus[3]) + 1 })
    return {
      addRow: ({ s, r }: ListPlace) => {
        if (r === null || isBlocked(addRowBlock(editor.read()))) return
        const edit = editor.edit({ code: 'addRow' }, (draft) => addRow(draft, s, r + 1))
        if (edit) editor.say(t('rowAdded', numbersOf(edit)))
      },
      move: (place: ListPlace, by: By) => {
        const { s, r } = place
        const edit = make(
          r === null ? 'moveSection' : 'moveRow',
          (draft) => (r === null ? moveSection(draft, s, by) : moveRow(draft, s, r, by)),
          place,
        )
        if (!edit) editor.say(tKeys(by < 0 ? 'first' : 'last'))
        else if (r !== null) editor.say(t('rowMoved', numbersOf(edit)))
        else editor.say(t('sectionMoved', { number: numbersOf(edit).section, total: edit.draft.sections.length }))
      },
      moveAcross: (place: ListPlace, by: By) => {
        const { s, r } = place
        if (r === null) return
        const edit = make('moveRow', (draft) => moveRowToSection(draft, s, r, s + by), place)
        editor.say(edit ? t('rowMoved', numbersOf(edit)) : tKeys(by < 0 ? 'noSectionAbove' : 'noSectionBelow'))
      },
      duplicate: (place: ListPlace) => {
        const { s, r } = place
        const draft = editor.read()
        if (isBlocked(r === null ? duplicateSectionBlock(draft, s) : addRowBlock(draft))) return
        const edit = make(
          r === null ? 'duplicateSection' : 'duplicateRow',
          (now) => (r === null ? duplicateSection(now, s) : duplicateRow(now, s, r)),
          place,
        )
        if (!edit) return
        const numbers = numbersOf(edit)
        editor.say(r === null ? t('sectionDuplicated', { number: numbers.section }) : t('rowDuplicated', numbers))
      },
    }
  }, [editor, t, tKeys, blockText])
}
