'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { type ClipboardEvent, type ComponentProps, useState } from 'react'
import { pasteRows, type RowsPaste, roomForPaste } from '@/lib/domain/rows-paste'
import { isRowsText, parseRows } from '@/lib/domain/rows-text'
import { useEditor } from './editor'
import { fieldId, focusField } from './field-path'
import { useOfferUndo } from './offer-undo'
import { TextField } from './text-field'

const PasteQuestion = dynamic(() => import('./paste-question').then((module) => module.PasteQuestion), {
  ssr: false,
  loading: () => null,
})

type Asked = { paste: RowsPaste; room: number; asText: string; caret: number }
type RowTitleFieldProps = Omit<ComponentProps<typeof TextField>, 'name' | 'onPaste'> & { s: number; r: number }

/** What belongs into the import: lines of code would make strange rows. */
const isCode = (text: string) => /^\s*(?:\{\s*["}]|\[\s*[{["]|curl\s|```)/.test(text)

/** A row's title; several lines or cells that are pasted into it become rows. */
export function RowTitleField({ s, r, ...props }: RowTitleFieldProps) {
  const t = useTranslations('import')
  const editor = useEditor()
  const offerUndo = useOfferUndo()
  const [asked, setAsked] = useState<Asked | null>(null)
  const name = `sections.${s}.rows.${r}.title` as const

  const build = (paste: RowsPaste) => {
    const { edit, undo } = pasteRows(editor.read(), paste)
    const count = paste.rows.length
    if (!undo || !editor.edit({ code: 'pasteRows', count }, () => edit)) return
    editor.say(t('paste.said', { count, section: s + 1 }))
    offerUndo(t('paste.done', { count }), undo)
  }

  const onPaste = (event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    const text = event.clipboardData.getData('text/plain')
    const { value, selectionStart, selectionEnd } = event.currentTarget
    if (isCode(text) || !isRowsText(text)) return
    const [start, end] = [selectionStart ?? value.length, selectionEnd ?? value.length]
    const replaces = !(value.slice(0, start) + value.slice(end)).trim()
    const rows = parseRows(text)
    // Into the midst of a title, one line is a part of it, whatever signs it holds.
    if (rows.length < 2 && !replaces) return
    event.preventDefault()
    const paste = { s, r, rows, replaces }
    const room = roomForPaste(editor.read(), paste)
    if (room >= rows.length) return build(paste)
    const flat = text.trim().replace(/\s*[\r\n\t]+\s*/g, ' ')
    setAsked({ paste, room, asText: value.slice(0, start) + flat + value.slice(end), caret: start + flat.length })
  }

  return (
    <>
      <TextField {...props} name={name} onPaste={onPaste} />
      {asked && (
        <PasteQuestion
          count={asked.paste.rows.length}
          room={asked.room}
          onRows={(count) => build({ ...asked.paste, rows: asked.paste.rows.slice(0, count) })}
          onText={() => {
            editor.setText(name, asked.asText, 'pasted')
            focusField(['sections', s, 'rows', r, 'title'])
            const field = document.getElementById(fieldId(name))
            if (field instanceof HTMLInputElement) field.setSelectionRange(asked.caret, asked.caret)
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}
