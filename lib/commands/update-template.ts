import { db } from '@/lib/db/client'
import { lockTemplate, TEMPLATE_SELECT, toTemplateView } from '@/lib/db/template'
import type { UserActor } from '@/lib/domain/actor'
import type { ListDraft } from '@/lib/domain/list-draft'
import { draftFingerprint, type SaveOutcome, templateSearchText, toStorableDraft } from '@/lib/domain/list-template'

type TemplateUpdate = { id: string; version: number; draft: ListDraft }

/**
 * Saves a draft over the version that it started from. Of two people the second is told, with what the first saved, and
 * nothing is written over. A save of what is saved already changes nothing: so a retry after a lost answer is no conflict.
 * @returns null where there is no such template.
 */
export async function updateTemplate(actor: UserActor, input: TemplateUpdate): Promise<SaveOutcome | null> {
  const draft = toStorableDraft(input.draft)
  return db().$transaction(async (tx) => {
    const template = await lockTemplate(tx, input.id)
    if (!template) return null
    if (draftFingerprint(template.draft) === draftFingerprint(draft)) return { outcome: 'saved', template }
    if (template.version !== input.version) return { outcome: 'stale', template }
    const row = await tx.listTemplate.update({
      where: { id: input.id },
      data: {
        draft,
        searchText: templateSearchText(template.name, draft, template.tags),
        updatedById: actor.userId,
        version: { increment: 1 },
      },
      select: TEMPLATE_SELECT,
    })
    return { outcome: 'saved', template: toTemplateView(row) }
  })
}
