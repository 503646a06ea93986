/** How many words around a change are shown, so that it is found again in the text. */
const AROUND = 3

const words = (text: string) => text.split(/\s+/).filter(Boolean)

/**
 * Of two texts what differs between them, with a few words around it; an ellipsis stands for what is left out. Line ends
 * are shown as spaces. Where they differ in white space alone, both as they are.
 */
export function changedPart(from: string, to: string): { from: string; to: string } {
  const [before, after] = [words(from), words(to)]
  const least = Math.min(before.length, after.length)
  let start = 0
  while (start < least && before[start] === after[start]) start++
  if (start === before.length && start === after.length) return { from, to }
  let end = 0
  while (end < least - start && before.at(-1 - end) === after.at(-1 - end)) end++
  const cut = (all: string[]) => {
    const first = Math.max(0, start - AROUND)
    const last = Math.min(all.length, all.length - end + AROUND)
    return `${first > 0 ? '… ' : ''}${all.slice(first, last).join(' ')}${last < all.length ? ' …' : ''}`
  }
  return { from: cut(before), to: cut(after) }
}
