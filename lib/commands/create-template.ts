import { db } from '@/lib/db/client'
import { lockTemplate, TEMPLATE_SELECT, toTemplateView } from '@/lib/db/template'
import { recordVersion } from '@/lib/db/template-version'
import type { UserActor } from '@/lib/domain/actor'
import type { ListDraft } from '@/lib/domain/list-draft'
import {
  draftFingerprint,
  type SaveOutcome,
  templateSearchText,
  toStorableDraft,
  toStorableName,
} from '@/lib/domain/list-template'
import { sentIdChanges } from '@/lib/domain/sent-row-ids'
import { saveVersion } from './save-version'

type NewTemplate = { id: string; name: string; draft: ListDraft; tags?: string[] }

/**
 * Saves a list as a new template. Its id is made by the browser, so that the same save, however often it arrives, is one
 * template: a second press finds it made; a retry after a lost answer, with more typed since, brings it up to date.
 */
export async function createTemplate(actor: UserActor, input: NewTemplate): Promise<SaveOutcome> {
  const name = toStorableName(input.name)
  const draft = toStorableDraft(input.draft)
  const tags = input.tags ?? []
  return db().$transaction(async (tx) => {
    const { count } = await tx.listTemplate.createMany({
      data: {
        id: input.id,
        name,
        draft,
        tags,
        searchText: templateSearchText(name, draft, tags),
        createdById: actor.userId,
        updatedById: actor.userId,
      },
      skipDuplicates: true,
    })
    const template = await lockTemplate(tx, input.id)
    if (!template) throw new Error('A template vanished while it was being saved.')
    if (count === 1) {
      await recordVersion(tx, template)
      return { outcome: 'saved', template }
    }
    const isSame = draftFingerprint(template.draft) === draftFingerprint(draft)
    if (isSame && template.name === name) return { outcome: 'saved', template }
    const isOwn = template.version === 1 && template.savedBy?.id === actor.userId
    // Sent meanwhile, with IDs that this would change: another list of the same name loses nobody anything.
    if (!isOwn || sentIdChanges(template.draft, draft, template.sentRowIds).length)
      return { outcome: 'stale', template }
    if (!isSame) return { outcome: 'saved', template: await saveVersion(actor, tx, template, { draft, name }) }
    const row = await tx.listTemplate.update({
      where: { id: input.id },
      data: { name, searchText: templateSearchText(name, draft, template.tags), updatedById: actor.userId },
      select: TEMPLATE_SELECT,
    })
    return { outcome: 'saved', template: toTemplateView(row) }
  })
}
