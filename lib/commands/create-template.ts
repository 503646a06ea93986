import { db } from '@/lib/db/client'
import { lockTemplate, TEMPLATE_SELECT, toTemplateView } from '@/lib/db/template'
import type { UserActor } from '@/lib/domain/actor'
import type { ListDraft } from '@/lib/domain/list-draft'
import {
  draftFingerprint,
  type SaveOutcome,
  templateSearchText,
  toStorableDraft,
  toStorableName,
} from '@/lib/domain/list-template'

type NewTemplate = { id: string; name: string; draft: ListDraft; tags?: string[] }

/**
 * Saves a list as a new template. Its id is made by the browser, so that the same save, however often it arrives, is one
 * template: a second press finds it made; a retry after a lost answer, with more typed since, brings it up to date.
 */
export async function createTemplate(actor: UserActor, input: NewTemplate): Promise<SaveOutcome> {
  const name = toStorableName(input.name)
  const draft = toStorableDraft(input.draft)
  const texts = (tags: string[]) => ({
    name,
    draft,
    searchText: templateSearchText(name, draft, tags),
    updatedById: actor.userId,
  })
  const tags = input.tags ?? []
  return db().$transaction(async (tx) => {
    const { count } = await tx.listTemplate.createMany({
      data: { id: input.id, ...texts(tags), tags, createdById: actor.userId },
      skipDuplicates: true,
    })
    const template = await lockTemplate(tx, input.id)
    if (!template) throw new Error('A template vanished while it was being saved.')
    const isSame = template.name === name && draftFingerprint(template.draft) === draftFingerprint(draft)
    if (count === 1 || isSame) return { outcome: 'saved', template }
    if (template.version !== 1 || template.savedBy?.id !== actor.userId) return { outcome: 'stale', template }
    const row = await tx.listTemplate.update({
      where: { id: input.id },
      data: { ...texts(template.tags), version: { increment: 1 } },
      select: TEMPLATE_SELECT,
    })
    return { outcome: 'saved', template: toTemplateView(row) }
  })
}
