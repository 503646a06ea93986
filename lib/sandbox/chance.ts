/** Numbers from 0 to 1 that look like chance, and are the same for the same words. */
export type Chance = () => number

/** What becomes of a message hangs on these words alone, never on what else happens at the same time. */
export function chanceOf(...words: (string | number)[]): Chance {
  let state = hash(words.join('\u0000'))
  // Mulberry32.
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** FNV-1a. */
function hash(text: string): number {
  let sum = 0x811c9dc5
  for (const byte of Buffer.from(text)) sum = Math.imul(sum ^ byte, 0x01000193)
  return sum | 0
}

/** One of the items, each as likely as its weight. */
export function pick<Item>(chance: Chance, items: readonly (readonly [Item, number])[]): Item | undefined {
  const total = items.reduce((sum, [, weight]) => sum + weight, 0)
  let left = chance() * total
  for (const [item, weight] of items) {
    left -= weight
    if (left < 0) return item
  }
  return items.at(-1)?.[0]
}

/** Somewhere between the two, and the more often the sooner. */
export const soonWithin = (chance: Chance, [from, to]: readonly [number, number]): number =>
  from + (to - from) * chance() ** 2
