import { isWithinAtom, type Measured, measure } from './variable-atoms'

type Granularity = 'grapheme' | 'word'
const made: Partial<Record<Granularity, Intl.Segmenter>> = {}

// Made when first needed: a segmenter is slow to make, and most texts are within their limits.
function segmenter(granularity: Granularity): Intl.Segmenter {
  const known = made[granularity]
  if (known) return known
  const fresh = new Intl.Segmenter(undefined, { granularity })
  made[granularity] = fresh
  return fresh
}

/** What a person takes for one character at that place: an emoji with its skin tone, a letter with its accents. */
export const characterAt = (text: string, at: number): string =>
  segmenter('grapheme').segment(text).containing(at)?.segment ?? ''

/** Where a text may be parted within `max` UTF-16 units: after whole characters, and where white space begins. */
function partings({ text, atoms }: Pick<Measured, 'text' | 'atoms'>, max: number) {
  const ends = new Set<number>()
  let space = 0
  for (const { index, segment } of segmenter('grapheme').segment(text)) {
    if (index > max) break
    if (index === 0 || isWithinAtom({ atoms }, index)) continue
    ends.add(index)
    if (!segment.trim()) space = index
  }
  return { ends, space }
}

const lastOf = (ends: Iterable<number>) => Math.max(0, ...ends)

/** Texts in which each unit is a character, as most are: looked at on every keystroke, where segmenting is too slow. */
const SIMPLE = /^[\x20-\x7e\xa0-\u02ff]*$/

/** The text's beginning, of at most `max` UTF-16 units and of whole characters only. */
export function firstCharacters(text: string, max: number): string {
  if (text.length <= max) return text
  if (SIMPLE.test(text.slice(0, max + 1))) return text.slice(0, max)
  const end = lastOf(partings({ text, atoms: [] }, max).ends)
  // A single character longer than the limit (a letter under a pile of accents) has only its code points to part at.
  return end > 0 ? text.slice(0, end) : text.slice(0, max).replace(/[\ud800-\udbff]$/, '')
}

/** The text's end, of at most `max` UTF-16 units and of whole characters only. */
export function lastCharacters(text: string, max: number): string {
  if (text.length <= max) return text
  const from = text.length - max
  const { index = from, segment = '' } = segmenter('grapheme').segment(text).containing(from) ?? {}
  return text.slice(index < from ? index + segment.length : from)
}

/** What is left hanging where a text was cut before the next word: "Fone (", "Fone -". */
const DANGLING = /[\s,;:/|·([{<–—-]+$/u

/**
 * The text without its outer spaces, cut to at most `max` UTF-16 units: between words, or within one where that would
 * lose more than half of the room. A character is never parted, be it of many units; nor is a variable, which is as long
 * as its sample. Empty only where the text begins with a broken variable that is longer than all the room.
 */
export function cutAtWord(text: string, max: number): string {
  const whole = text.trim()
  const measured = measure(whole)
  if (measured.text.length <= max) return whole
  const { ends, space } = partings(measured, max)
  const half = max / 2
  let end = space
  if (end < half) {
    // Languages without spaces have words too.
    for (const { index } of segmenter('word').segment(measured.text)) {
      if (index > max) break
      if (ends.has(index)) end = index
    }
  }
  if (end < half) return beginning(whole, measured, max)
  const head = whole.slice(0, measured.rawEnd(end)).trim()
  // What a broken variable ends with is its own.
  const kept = measured.rawEnd(measured.atoms.findLast((atom) => atom.end <= end)?.end ?? 0)
  return head.slice(0, kept) + head.slice(kept).replace(DANGLING, '') || head
}

/** As many whole characters and variables of the text as fit. */
function beginning(whole: string, measured: Measured, max: number): string {
  if (measured.atoms.length === 0) return firstCharacters(whole, max).trim()
  const end = lastOf(partings(measured, max).ends)
  return whole.slice(0, measured.rawEnd(end)).trim()
}

/** A text parted at white space, its head as long as `max` UTF-16 units allow; null where no space lies within. */
export function partAtSpace(text: string, max: number): { head: string; rest: string } | null {
  const whole = text.trim()
  const measured = measure(whole)
  const space = measured.rawEnd(partings(measured, max).space)
  return space > 0 ? { head: whole.slice(0, space).trim(), rest: whole.slice(space).trim() } : null
}
