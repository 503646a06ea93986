import { MARKS, type Mark, type Selected } from './text-atoms'
import { LINE_KINDS, type LineKind, lineKindAt, toggleLines } from './text-lines'
import { marksAt, toggleMark } from './text-marks'

/** What WhatsApp can make of a text, in the order of the bar that offers it. */
export const FORMATS = [...MARKS, ...LINE_KINDS] as const
export type Format = (typeof FORMATS)[number]

const isLineKind = (format: Format): format is LineKind => LINE_KINDS.some((kind) => kind === format)

/**
 * Gives what is selected a format by WhatsApp's own signs, or takes it off where all of it has it: twice is back where
 * it began. Marks hug whole words, line by line; spaces at the ends stay outside of them, as WhatsApp draws none there.
 * What is selected stays selected. Source: WhatsApp Help Center, "How to format your messages".
 */
export const toggleFormat = (selected: Selected, format: Format): Selected =>
  isLineKind(format) ? toggleLines(selected, format) : toggleMark(selected, format)

/** The formats that hold for all that is selected, or at the caret. */
export function formatsAt(selected: Selected): Format[] {
  const kind = lineKindAt(selected)
  const marks: Mark[] = marksAt(selected)
  return kind ? [...marks, kind] : marks
}
