import { db } from '@/lib/db/client'
import { readContactTagSpellings } from '@/lib/db/contact'
import type { Actor } from '@/lib/domain/actor'
import { type TagCount, toTagCounts } from '@/lib/domain/template-tags'

/** The tags that contacts have, in alphabetical order, and how many contacts each of them. */
export async function listContactTags(_actor: Actor): Promise<TagCount[]> {
  return toTagCounts(await readContactTagSpellings(db()))
}
