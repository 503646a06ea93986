import { flushSync } from 'react-dom'
import type { Selected } from '@/lib/domain/text-atoms'
import type { TextHow } from './editor'

export type TextElement = HTMLInputElement | HTMLTextAreaElement
export type Write = (text: string, how: TextHow) => void

const entered = new WeakSet<TextElement>()

/** Tells that somebody was in a field: from then on its caret stands where they left it. */
export const noteEntered = (field: TextElement) => entered.add(field)

/** What is selected in a field; its end where nobody was in it yet. */
export function selectedIn(field: TextElement): Selected {
  const { value: text, selectionStart, selectionEnd } = field
  const [start, end] = entered.has(field) ? [selectionStart, selectionEnd] : [null, null]
  return { text, start: start ?? text.length, end: end ?? text.length }
}

/** Writes into a field, and gives it the focus with what is selected then. */
export function writeInto(field: TextElement, { text, start, end }: Selected, how: TextHow, write: Write): void {
  flushSync(() => write(text, how))
  field.focus()
  field.setSelectionRange(start, end)
}

/** Puts a text in the place of what is selected, with the caret behind it. */
export function insertInto(field: TextElement, inserted: string, write: Write): void {
  const { text, start, end } = selectedIn(field)
  const caret = start + inserted.length
  const now = { text: text.slice(0, start) + inserted + text.slice(end), start: caret, end: caret }
  writeInto(field, now, 'inserted', write)
}
