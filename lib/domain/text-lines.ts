import type { Selected } from './text-atoms'

/** What a line begins with makes it one of these. */
export const LINE_KINDS = ['bullets', 'numbers', 'quote'] as const
export type LineKind = (typeof LINE_KINDS)[number]

/** The highest number that WhatsApp's lists know. */
const LAST = 999

function startOf(line: string): { kind: LineKind | null; marker: string; number: number } {
  const [marker = '', quote, bullet, number] = /^(?:(> )|([-*] )|(\d{1,3})\. )/.exec(line) ?? []
  const kind = quote ? 'quote' : bullet ? 'bullets' : number ? 'numbers' : null
  return { kind, marker, number: Number(number ?? 0) }
}

/** Where the lines begin and end that a selection touches. */
function reach({ text, start, end }: Selected): [from: number, to: number] {
  const stop = text.indexOf('\n', end)
  return [text.lastIndexOf('\n', start - 1) + 1, stop < 0 ? text.length : stop]
}

function linesOf(selected: Selected): { from: number; to: number; lines: string[]; meant: boolean[] } {
  const [from, to] = reach(selected)
  const lines = selected.text.slice(from, to).split('\n')
  return { from, to, lines, meant: lines.map((line) => lines.length === 1 || line.trim() !== '') }
}

/** The kind that all selected lines are of. */
export function lineKindAt(selected: Selected): LineKind | null {
  const { lines, meant } = linesOf(selected)
  const kinds = lines.filter((_, i) => meant[i]).map((line) => startOf(line).kind)
  const [kind = null] = kinds
  return kinds.every((one) => one === kind) ? kind : null
}

/** Makes the selected lines a list or a quote, or plain again where all of them are. Empty ones between them stay as they are. */
export function toggleLines(selected: Selected, kind: LineKind): Selected {
  const { text, start, end } = selected
  const { from, to, lines, meant } = linesOf(selected)
  const isOff = lineKindAt(selected) === kind
  const above = startOf(text.slice(text.lastIndexOf('\n', from - 2) + 1, Math.max(0, from - 1)))
  let number = kind === 'numbers' && from > 0 ? above.number : 0
  const markerFor = () => {
    if (kind === 'numbers') number = Math.min(number + 1, LAST)
    return kind === 'numbers' ? `${number}. ` : kind === 'quote' ? '> ' : '- '
  }
  const moved = { start, end }
  let [at, shift] = [from, 0]
  const changed = lines.map((line, i) => {
    const was = startOf(line).marker.length
    const marker = meant[i] ? (isOff ? '' : markerFor()) : line.slice(0, was)
    const by = marker.length - was
    const move = (place: number) => shift + Math.max(place + by, at + marker.length)
    if (start >= at && start <= at + line.length) moved.start = move(start)
    if (end >= at && end <= at + line.length) moved.end = move(end)
    at += line.length + 1
    shift += by
    return marker + line.slice(was)
  })
  return { text: text.slice(0, from) + changed.join('\n') + text.slice(to), ...moved }
}
