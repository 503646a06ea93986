import { db } from '@/lib/db/client'
import { TEMPLATE_SELECT, toTemplateView } from '@/lib/db/template'
import type { UserActor } from '@/lib/domain/actor'
import type { TemplateView } from '@/lib/domain/list-template'
import { createTemplate } from './create-template'

/**
 * Saves what a template holds, tags too, as another one. `newId` is made by the browser, so that a double click makes one copy;
 * `name` comes from there too, as it is in the person's language.
 * @returns null where there is no such template.
 */
export async function duplicateTemplate(
  actor: UserActor,
  input: { id: string; newId: string; name: string },
): Promise<TemplateView | null> {
  const row = await db().listTemplate.findUnique({ where: { id: input.id }, select: TEMPLATE_SELECT })
  if (!row) return null
  const { draft, tags } = toTemplateView(row)
  return (await createTemplate(actor, { id: input.newId, name: input.name, draft, tags })).template
}
