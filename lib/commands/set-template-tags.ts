import { db } from '@/lib/db/client'
import { lockTemplate, TEMPLATE_SELECT, toTemplateView } from '@/lib/db/template'
import type { UserActor } from '@/lib/domain/actor'
import { type TemplateView, templateSearchText } from '@/lib/domain/list-template'
import { distinctTags, tagKey } from '@/lib/domain/template-tags'
import { listTemplateTags } from '@/lib/queries/template-tags'

/**
 * Gives a template exactly these tags. One that is in use elsewhere keeps the spelling that it has there. Its version
 * stays, as that of a renamed one does.
 * @returns null where there is no such template.
 */
export async function setTemplateTags(
  actor: UserActor,
  input: { id: string; tags: string[] },
): Promise<TemplateView | null> {
  const spelling = new Map((await listTemplateTags(actor)).map(({ tag }) => [tagKey(tag), tag]))
  return db().$transaction(async (tx) => {
    const template = await lockTemplate(tx, input.id)
    if (!template) return null
    const own = new Map(template.tags.map((tag) => [tagKey(tag), tag]))
    const tags = distinctTags(input.tags).map((tag) => own.get(tagKey(tag)) ?? spelling.get(tagKey(tag)) ?? tag)
    if (JSON.stringify(tags) === JSON.stringify(template.tags)) return template
    const row = await tx.listTemplate.update({
      where: { id: input.id },
      data: { tags, searchText: templateSearchText(template.name, template.draft, tags), updatedById: actor.userId },
      select: TEMPLATE_SELECT,
    })
    return toTemplateView(row)
  })
}
