import { fold } from './fold'

/** Names the set in its address, which may be kept for good: another set has another name. */
export const EMOJI_SET = '17.0.0-1'

export const EMOJI_CATEGORIES = [
  'faces',
  'people',
  'nature',
  'food',
  'places',
  'activities',
  'objects',
  'symbols',
  'flags',
] as const
export type EmojiCategory = (typeof EMOJI_CATEGORIES)[number]

/** An emoji, its name, other words for it; 1 where it comes in tones of skin. */
export type EmojiEntry = readonly [emoji: string, name: string, words: string, hasTones?: 1]

/** A list for each category, in their order. */
export type EmojiSet = readonly (readonly EmojiEntry[])[]

/** As emojibase lists them; `group` 2 are parts, which nobody picks. */
type ListedEmoji = {
  emoji: string
  label: string
  tags?: readonly string[]
  group?: number
  order?: number
  version: number
  skins?: readonly { emoji: string; tone?: unknown }[]
}

const GROUPS = [0, 1, 3, 4, 5, 6, 7, 8, 9]
/** Newer ones are a box on phones that are in use. */
const NEWEST = 15.1

export const EMOJI_TONES = ['light', 'mediumLight', 'medium', 'mediumDark', 'dark'] as const
export type EmojiTone = (typeof EMOJI_TONES)[number]
const MODIFIERS: Record<EmojiTone, string> = {
  light: '\u{1f3fb}',
  mediumLight: '\u{1f3fc}',
  medium: '\u{1f3fd}',
  mediumDark: '\u{1f3fe}',
  dark: '\u{1f3ff}',
}
const SELECTOR = '\ufe0f'

/** An emoji in a tone of skin, or as it is for null. Right for those whose entry says that they have tones. */
export const withTone = (emoji: string, tone: EmojiTone | null): string =>
  tone ? emoji.replace(/^(.)\ufe0f?/u, `$1${MODIFIERS[tone]}`) : emoji

const bare = (emoji: string) => emoji.replaceAll(SELECTOR, '')

function toEntry({ emoji, label, tags = [], skins = [] }: ListedEmoji): EmojiEntry {
  // Where it is drawn in colour by itself, the selector would only cost a character of the limit.
  const short = /^\p{Emoji_Presentation}\ufe0f$/u.test(emoji) ? bare(emoji) : emoji
  const words = tags.filter((tag) => !label.includes(tag)).join(' ')
  const hasTones =
    skins.length > 0 && EMOJI_TONES.every((tone, i) => bare(withTone(short, tone)) === bare(skins[i]?.emoji ?? ''))
  return hasTones ? [short, label, words, 1] : [short, label, words]
}

/** The set that the picker shows, of all that is listed. */
export const toEmojiSet = (listed: readonly ListedEmoji[]): EmojiSet =>
  GROUPS.map((group) =>
    listed
      .filter((one) => one.group === group && one.version <= NEWEST)
      .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
      .map(toEntry),
  )

const PLACES = 5
/** How well a folded query fits: 0 is the name itself, PLACES no fit. */
function placeOf(query: string[], whole: string, name: string, words: string): number {
  if (name === whole) return 0
  const starts = (text: string) => query.every((part) => text.startsWith(part) || text.includes(` ${part}`))
  if (name.startsWith(whole)) return 1
  if (starts(name)) return 2
  if (starts(words)) return 3
  return starts(`${name} ${words}`) ? 4 : PLACES
}

const folded = new WeakMap<EmojiEntry, [name: string, words: string]>()
function foldedOf(entry: EmojiEntry): [name: string, words: string] {
  const known = folded.get(entry)
  if (known) return known
  const signs = /[^\p{L}\p{N}]+/gu
  const made: [string, string] = [fold(entry[1].replace(signs, ' ')), fold(entry[2].replace(signs, ' '))]
  folded.set(entry, made)
  return made
}

/** What a query finds by the beginnings of words, accents or not, best first. */
export function findEmoji(set: EmojiSet, typed: string): EmojiEntry[] {
  const whole = fold(typed.replace(/[^\p{L}\p{N}]+/gu, ' '))
  const all = set.flat()
  if (!whole) return all.filter(([emoji]) => bare(emoji) === bare(typed.trim()))
  const query = whole.split(' ')
  const found: EmojiEntry[][] = Array.from({ length: PLACES }, () => [])
  for (const entry of all) found[placeOf(query, whole, ...foldedOf(entry))]?.push(entry)
  return found.flat()
}

const RECENT = 24
/** The emoji used last, newest first, with one more. */
export const withRecent = (recent: readonly string[], emoji: string): string[] =>
  [emoji, ...recent.filter((one) => one !== emoji)].slice(0, RECENT)

/** The entries of emoji that were used; an emoji that the set does not know, in a tone, is named after its own. */
export function entriesOf(set: EmojiSet, emoji: readonly string[]): EmojiEntry[] {
  const known = new Map(set.flat().map((entry) => [entry[0], entry]))
  const toned = /[\u{1f3fb}-\u{1f3ff}]/gu
  const bases = new Map(set.flat().map((entry) => [bare(entry[0]), entry]))
  return emoji.flatMap((one): EmojiEntry[] => {
    const entry = known.get(one)
    if (entry) return [[entry[0], entry[1], entry[2]]]
    const base = bases.get(bare(one.replaceAll(toned, '')))
    return base ? [[one, base[1], base[2]]] : []
  })
}
