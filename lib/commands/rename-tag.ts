import { db } from '@/lib/db/client'
import { TEMPLATE_SELECT, toTemplateView } from '@/lib/db/template'
import type { UserActor } from '@/lib/domain/actor'
import { templateSearchText } from '@/lib/domain/list-template'
import { isSameTag, withTagRenamed } from '@/lib/domain/template-tags'
import { listTagSpellings } from '@/lib/queries/template-tags'

/**
 * Renames a tag on every list that carries it, however it is spelt there, archived ones too; into one that exists, the
 * two become one. `to: null` takes it away. A list's moment of change stays: nobody touched the list itself.
 * @returns on how many lists it was.
 */
export async function renameTag(actor: UserActor, { from, to }: { from: string; to: string | null }): Promise<number> {
  const all = (await listTagSpellings(actor)).map(({ tag }) => tag)
  const spellings = all.filter((tag) => isSameTag(tag, from))
  const others = to === null ? [] : all.filter((tag) => isSameTag(tag, to) && !isSameTag(tag, from))
  const name = others[0] ?? to
  return db().$transaction(
    async (tx) => {
      await tx.$queryRaw`
        select 1 from list_template where tags && ${spellings}::text[] order by id for update`
      const rows = await tx.listTemplate.findMany({ where: { tags: { hasSome: spellings } }, select: TEMPLATE_SELECT })
      const changed = rows.map(toTemplateView).map((template) => {
        const tags = withTagRenamed(template.tags, from, name)
        return { id: template.id, tags, search_text: templateSearchText(template.name, template.draft, tags) }
      })
      await tx.$executeRaw`
        update list_template t
        set tags = array(select jsonb_array_elements_text(v.tags)), search_text = v.search_text
        from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as v(id uuid, tags jsonb, search_text text)
        where t.id = v.id`
      return changed.length
    },
    { timeout: 60_000 },
  )
}
