import { parseWhatsAppText, type WhatsAppInline } from './whatsapp-text'

const MARK_OF = { bold: '*', italic: '_', strike: '~', code: '`', mono: '```' } as const

const textOf = (pieces: WhatsAppInline[]): string =>
  pieces.map((piece) => ('children' in piece ? textOf(piece.children) : piece.text)).join('')

const linesOf = (text: string): { marker: string; children: WhatsAppInline[] }[] =>
  parseWhatsAppText(text).flatMap((block) =>
    block.kind === 'lines' ? block.lines.map((children) => ({ marker: '', children })) : block.items,
  )

/** Nearly every text has none of these, and is not parsed then. */
const MAY_HOLD_MARKS = /[*_~`]/
const MAY_HOLD_LINK = /https?:\/\/|www\./i

/**
 * The first formatting mark that WhatsApp would draw in a body: `*`, `_`, `~`, a backtick or three. Null where there is
 * none. "- ", "1. " and "> " at a line's start are no marks here: in a title people mean them as they stand.
 */
export function firstMark(text: string): string | null {
  if (!MAY_HOLD_MARKS.test(text)) return null
  for (const { children } of linesOf(text)) {
    for (const { kind } of children) if (kind !== 'text' && kind !== 'link') return MARK_OF[kind]
  }
  return null
}

/** The text with its formatting marks taken away, those that only then become marks included. */
export function withoutMarks(text: string): string {
  let left = text
  while (firstMark(left)) {
    left = linesOf(left)
      .map(({ marker, children }) => marker + textOf(children))
      .join('\n')
  }
  return left
}

/** Whether WhatsApp would draw a link in a body of this text. */
export function holdsLink(text: string): boolean {
  if (!MAY_HOLD_LINK.test(text)) return false
  const holds = (pieces: WhatsAppInline[]): boolean =>
    pieces.some((piece) => piece.kind === 'link' || ('children' in piece && holds(piece.children)))
  return linesOf(text).some(({ children }) => holds(children))
}
