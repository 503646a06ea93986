import * as z from 'zod/mini'
import { fold } from './fold'

// "Etiquetas": a person's own words for finding lists again.

export const TAG_LENGTH = 30
export const TAG_LIMIT = 10

/** NUL and half a character cannot be stored; what nobody can see tells no two tags apart. A joiner holds emoji together. */
const UNSEEN = /[\p{Cc}\p{Surrogate}]|(?!\u200d)\p{Cf}|^\u200d+|\u200d+$/gu

/** A tag as it is kept: spaces single, none at the ends. */
export const toTag = (text: string): string => text.replace(/\s+/g, ' ').replace(UNSEEN, '').trim()

/** Messages are keys of `templates.tagProblems`. */
export const tagSchema = z.pipe(
  z.pipe(z.string().check(z.maxLength(1_000)), z.transform(toTag)),
  z.string().check(z.minLength(1, 'tagRequired'), z.maxLength(TAG_LENGTH, 'tagTooLong')),
)

/** "Cobrança" and "COBRANCA" are one tag. */
export const tagKey = (tag: string): string => fold(tag)

export const isSameTag = (a: string, b: string): boolean => tagKey(a) === tagKey(b)

/** The tags without those that repeat one before them, in their order. */
export function distinctTags(tags: readonly string[]): string[] {
  const seen = new Set<string>()
  return tags.filter((tag) => {
    const key = tagKey(tag)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** The tags of one list. */
export const tagsSchema = z.pipe(
  z.pipe(
    z.array(tagSchema).check(z.maxLength(100)),
    z.transform((tags: string[]) => distinctTags(tags)),
  ),
  z.array(z.string()).check(z.maxLength(TAG_LIMIT, 'tooManyTags')),
)

/** A tag in use, and on how many lists. */
export type TagCount = { tag: string; count: number }

/**
 * Spellings and their counts as tags: of those that fold alike the most used one stands for all. In alphabetical order.
 */
export function toTagCounts(spellings: readonly TagCount[]): TagCount[] {
  const byKey = new Map<string, TagCount & { most: number }>()
  for (const { tag, count } of spellings) {
    const known = byKey.get(tagKey(tag))
    if (!known) byKey.set(tagKey(tag), { tag, count, most: count })
    else {
      known.count += count
      if (count > known.most) Object.assign(known, { tag, most: count })
    }
  }
  return [...byKey.values()]
    .map(({ tag, count }) => ({ tag, count }))
    .sort((a, b) => tagKey(a.tag).localeCompare(tagKey(b.tag), 'pt-BR') || (a.tag < b.tag ? -1 : 1))
}

/** The tags with one renamed, or taken away where `to` is null; a name that is there already is not there twice. */
export const withTagRenamed = (tags: readonly string[], from: string, to: string | null): string[] =>
  distinctTags(tags.flatMap((tag) => (isSameTag(tag, from) ? (to === null ? [] : [to]) : [tag])))
