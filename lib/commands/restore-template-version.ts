import { db } from '@/lib/db/client'
import { lockTemplate } from '@/lib/db/template'
import type { UserActor } from '@/lib/domain/actor'
import { draftFingerprint, readDraft } from '@/lib/domain/list-template'
import { withSentIds } from '@/lib/domain/sent-row-ids'
import type { UpdateOutcome } from '@/lib/domain/template-version'
import { saveUnlessFrozen } from './save-version'

/**
 * @property version the one to bring back
 * @property newest the one that the person has seen as the newest
 * @property keepSentIds whether rows keep the IDs that they have now where those were sent
 */
type VersionRestore = {
  id: string
  version: number
  newest: number
  keepSentIds?: boolean
  acknowledgedRowIds?: string[]
}

/**
 * Saves what a template held once as its newest version; those between stay. As with any save, who has not seen the
 * newest version is told and nothing is written, and what holds already is a save that changes nothing.
 * @returns null where there is no such template, or no such version of it.
 */
export async function restoreTemplateVersion(actor: UserActor, input: VersionRestore): Promise<UpdateOutcome | null> {
  return db().$transaction(async (tx) => {
    const template = await lockTemplate(tx, input.id)
    const row = await tx.listTemplateVersion.findUnique({
      where: { templateId_version: { templateId: input.id, version: input.version } },
      select: { draft: true },
    })
    if (!template || !row) return null
    const held = readDraft(row.draft)
    const draft = input.keepSentIds ? withSentIds(template.draft, held, template.sentRowIds) : held
    if (draftFingerprint(template.draft) === draftFingerprint(draft)) return { outcome: 'saved', template }
    if (template.version !== input.newest) return { outcome: 'stale', template }
    const { acknowledgedRowIds } = input
    return saveUnlessFrozen(actor, tx, template, { draft, acknowledgedRowIds, restoredFrom: input.version })
  })
}
