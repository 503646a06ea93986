import { parseWhatsAppText, type WhatsAppInline } from './whatsapp-text'

/** Marks around a text, in the order in which they are put around each other. */
export const MARKS = ['bold', 'italic', 'strike', 'code'] as const
export type Mark = (typeof MARKS)[number]

/** A text and what is selected in it; the same place twice is a caret. Line breaks are "\n". */
export type Selected = { text: string; start: number; end: number }

/** What stands around a mono block. */
export const FENCE = '```'

/** What is marked as one: a variable, a word, a sign with what belongs to it, or the space between. */
const ATOMS = /\{\{[^{}\n]*\}\}|\s+|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*|[^\s](?:\p{M}|\p{Emoji_Modifier}|\u{200d}[^\s])*/gu

export type Atom = {
  from: number
  to: number
  kind: 'text' | 'link' | 'space' | 'mono'
  /** Outermost first. */
  marks: readonly Mark[]
}

/** A line as it is drawn: a mono block may hold line breaks. `from` stands behind what makes it a quote or an item. */
export type Line = { from: number; to: number; atoms: Atom[] }

function atomsOf(pieces: WhatsAppInline[], from: number, text: string): { atoms: Atom[]; to: number } {
  const atoms: Atom[] = []
  let at = from
  const addText = (length: number, marks: readonly Mark[]) => {
    for (const { 0: atom, index } of text.slice(at, at + length).matchAll(ATOMS)) {
      const start = at + index
      atoms.push({ from: start, to: start + atom.length, kind: atom.trim() ? 'text' : 'space', marks })
    }
    at += length
  }
  const add = (piece: WhatsAppInline, marks: readonly Mark[]) => {
    if (piece.kind === 'text') addText(piece.text.length, marks)
    else if (piece.kind === 'code') {
      at += 1
      addText(piece.text.length, [...marks, 'code'])
      at += 1
    } else if (piece.kind === 'link' || piece.kind === 'mono') {
      const to = at + piece.text.length + (piece.kind === 'mono' ? 2 * FENCE.length : 0)
      atoms.push({ from: at, to, kind: piece.kind, marks })
      at = to
    } else {
      at += 1
      for (const child of piece.children) add(child, [...marks, piece.kind])
      at += 1
    }
  }
  for (const piece of pieces) add(piece, [])
  return { atoms, to: at }
}

/** The lines that a selection touches, as the phone draws them. */
export function linesAt({ text, start, end }: Selected): Line[] {
  // Lines stand for themselves, unless a mono block runs over them.
  const isWhole = text.includes(FENCE)
  const first = isWhole ? 0 : text.lastIndexOf('\n', start - 1) + 1
  const stop = text.indexOf('\n', end)
  const part = isWhole ? text : text.slice(first, stop < 0 ? text.length : stop)
  const lines: Line[] = []
  let at = first
  for (const block of parseWhatsAppText(part)) {
    const drawn = block.kind === 'lines' ? block.lines.map((children) => ({ marker: '', children })) : block.items
    for (const { marker, children } of drawn) {
      const from = at + marker.length
      const { atoms, to } = atomsOf(children, from, text)
      if (at <= end && to >= start) lines.push({ from, to, atoms })
      at = to + 1
    }
  }
  return lines
}
