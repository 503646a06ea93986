import { db } from '@/lib/db/client'
import { lockTemplate } from '@/lib/db/template'
import type { UserActor } from '@/lib/domain/actor'
import type { ListDraft } from '@/lib/domain/list-draft'
import { draftFingerprint, toStorableDraft } from '@/lib/domain/list-template'
import type { UpdateOutcome } from '@/lib/domain/template-version'
import { saveUnlessFrozen } from './save-version'

type TemplateUpdate = {
  id: string
  version: number
  draft: ListDraft
  /** The IDs, sent before, that the person has agreed to change. */
  acknowledgedRowIds?: string[]
}

/**
 * Saves a draft over the version that it started from, as the next one. Of two people the second is told, with what the
 * first saved, and nothing is written over. A save of what is saved already changes nothing: so a retry after a lost
 * answer is no conflict. Nor is anything written where a sent row's ID would change and nobody has agreed to that.
 * @returns null where there is no such template.
 */
export async function updateTemplate(actor: UserActor, input: TemplateUpdate): Promise<UpdateOutcome | null> {
  const draft = toStorableDraft(input.draft)
  return db().$transaction(async (tx) => {
    const template = await lockTemplate(tx, input.id)
    if (!template) return null
    if (draftFingerprint(template.draft) === draftFingerprint(draft)) return { outcome: 'saved', template }
    if (template.version !== input.version) return { outcome: 'stale', template }
    return saveUnlessFrozen(actor, tx, template, { draft, acknowledgedRowIds: input.acknowledgedRowIds })
  })
}
