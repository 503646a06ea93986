import { db } from '@/lib/db/client'
import { lockTemplate, TEMPLATE_SELECT, toTemplateView } from '@/lib/db/template'
import type { UserActor } from '@/lib/domain/actor'
import { type TemplateView, templateSearchText, toStorableName } from '@/lib/domain/list-template'

/**
 * Gives a template another name. Its version stays: whoever is editing its list is not in the way, nor made to wait.
 * @returns null where there is no such template.
 */
export async function renameTemplate(
  actor: UserActor,
  input: { id: string; name: string },
): Promise<TemplateView | null> {
  const name = toStorableName(input.name)
  return db().$transaction(async (tx) => {
    const template = await lockTemplate(tx, input.id)
    if (!template) return null
    const row = await tx.listTemplate.update({
      where: { id: input.id },
      data: { name, searchText: templateSearchText(name, template.draft, template.tags), updatedById: actor.userId },
      select: TEMPLATE_SELECT,
    })
    return toTemplateView(row)
  })
}
