import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import { type TagCount, toTagCounts } from '@/lib/domain/template-tags'

/** Every tag just as it is written, archived lists included. */
export async function listTagSpellings(_actor: Actor): Promise<TagCount[]> {
  return db().$queryRaw<TagCount[]>`
    select tag, count(*)::int as count from list_template, unnest(tags) as tag group by tag order by tag`
}

/** The tags in use, in alphabetical order, and on how many lists each of them is. */
export async function listTemplateTags(actor: Actor): Promise<TagCount[]> {
  return toTagCounts(await listTagSpellings(actor))
}
