import { firstCharacters } from './text-cut'
import type { WhatsAppBlock, WhatsAppInline } from './whatsapp-text'

type Budget = { units: number; lines: number }

/**
 * The beginning of a parsed text that stands before "read more", or null where all of it fits. Marks that lie across the
 * fold stay drawn, as the apps format first and fold then.
 */
export function foldWhatsAppText(blocks: WhatsAppBlock[], max: Readonly<Budget>): WhatsAppBlock[] | null {
  const left = { ...max }
  const folded: WhatsAppBlock[] = []
  for (const block of blocks) {
    if (block.kind === 'lines') {
      const { kept, isCut } = takeLines(block.lines, left)
      if (kept.length > 0) folded.push({ kind: 'lines', lines: kept })
      if (isCut) return folded
    } else {
      const { kept, isCut } = takeLines(
        block.items.map((item) => item.children),
        left,
      )
      const items = kept.map((children, l) => ({ marker: block.items[l]?.marker ?? '', children }))
      if (items.length > 0) folded.push({ kind: block.kind, items })
      if (isCut) return folded
    }
  }
  return null
}

const lengthOf = (pieces: WhatsAppInline[]): number =>
  pieces.reduce((sum, piece) => sum + ('children' in piece ? lengthOf(piece.children) : piece.text.length), 0)

/** How long a parsed text is as it is drawn, in UTF-16 units; line breaks are not counted. */
export const drawnLength = (blocks: WhatsAppBlock[]): number =>
  blocks
    .flatMap((block) => (block.kind === 'lines' ? block.lines : block.items.map((item) => item.children)))
    .reduce((sum, line) => sum + lengthOf(line), 0)

function takeLines(lines: WhatsAppInline[][], left: Budget) {
  const kept: WhatsAppInline[][] = []
  for (const line of lines) {
    if (left.lines <= 0 || left.units <= 0) return { kept, isCut: true }
    left.lines -= 1
    const { pieces, isCut } = takePieces(line, left)
    kept.push(pieces)
    if (isCut) return { kept, isCut }
    left.units -= 1
  }
  return { kept, isCut: false }
}

function takePieces(line: WhatsAppInline[], left: Budget): { pieces: WhatsAppInline[]; isCut: boolean } {
  const pieces: WhatsAppInline[] = []
  for (const piece of line) {
    if (left.units <= 0) return { pieces, isCut: true }
    if ('children' in piece) {
      const inner = takePieces(piece.children, left)
      pieces.push({ ...piece, children: inner.pieces })
      if (inner.isCut) return { pieces, isCut: true }
    } else {
      const text = firstCharacters(piece.text, left.units)
      left.units -= piece.text.length
      if (text === piece.text) pieces.push(piece)
      else {
        if (text) pieces.push({ ...piece, text })
        return { pieces, isCut: true }
      }
    }
  }
  return { pieces, isCut: false }
}
