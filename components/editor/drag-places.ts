/** Sections and rows by their steady keys. */
export type ListShape = readonly { key: string; rows: readonly string[] }[]

/** Where something stands or would land; `r` is null for a section. */
export type DragPlace = { s: number; r: number | null }

/** The gap after the last section. Every other gap bears the key of what follows it, or is the end of a section. */
export const LIST_END = 'end'
export const endOf = (sectionKey: string) => `end-${sectionKey}`

export function placeOfKey(shape: ListShape, key: string): DragPlace | null {
  for (const [s, section] of shape.entries()) {
    if (section.key === key) return { s, r: null }
    const r = section.rows.indexOf(key)
    if (r >= 0) return { s, r }
  }
  return null
}

/** The gaps into which what was lifted can go, from top to bottom. */
export const gapsFor = (shape: ListShape, { r }: DragPlace): string[] =>
  r === null ? [...shape.map(({ key }) => key), LIST_END] : shape.flatMap(({ key, rows }) => [...rows, endOf(key)])

/** Where it stands once dropped into a gap: within its own list the others close up behind it. */
export function landing(shape: ListShape, from: DragPlace, gap: string): DragPlace | null {
  if (from.r === null) {
    const at = gapsFor(shape, from).indexOf(gap)
    return at < 0 ? null : { s: at > from.s ? at - 1 : at, r: null }
  }
  for (const [s, { key, rows }] of shape.entries()) {
    const at = [...rows, endOf(key)].indexOf(gap)
    if (at >= 0) return { s, r: s === from.s && at > from.r ? at - 1 : at }
  }
  return null
}

export const isSamePlace = (a: DragPlace, b: DragPlace) => a.s === b.s && a.r === b.r

/** The gap above (-1) or below (1) by which it would land elsewhere; null past the ends. */
export function nextGap(shape: ListShape, from: DragPlace, gap: string, by: -1 | 1): string | null {
  const gaps = gapsFor(shape, from)
  const now = landing(shape, from, gap)
  for (let at = gaps.indexOf(gap) + by; at >= 0 && at < gaps.length; at += by) {
    const next = gaps[at]
    const place = next === undefined ? null : landing(shape, from, next)
    if (next !== undefined && now && place && !isSamePlace(place, now)) return next
  }
  return null
}
