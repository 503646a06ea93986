import { db } from '@/lib/db/client'
import { lockTemplate } from '@/lib/db/template'
import { recordVersion } from '@/lib/db/template-version'
import type { UserActor } from '@/lib/domain/actor'
import type { ImportItem, ImportOutcome } from '@/lib/domain/library-import'
import { templateSearchText, toStorableDraft, toStorableName, toStorableText } from '@/lib/domain/list-template'
import { isSameContent, type LibraryEntry } from '@/lib/domain/template-library-file'
import { log } from '@/lib/log'
import { renameTemplate } from './rename-template'
import { setTemplateTags } from './set-template-tags'
import { updateTemplate } from './update-template'

/**
 * Puts entries of a library's file into the library, each in a transaction of its own: what goes wrong with one is told,
 * and keeps none of the others back.
 * @returns for each item, in order, what became of it.
 */
export async function importTemplates(actor: UserActor, items: readonly ImportItem[]): Promise<ImportOutcome[]> {
  const outcomes: ImportOutcome[] = []
  for (const { entry, as } of items) {
    try {
      outcomes.push(as.kind === 'list' ? await addList(actor, entry, as) : await addVersion(actor, entry, as))
    } catch (error) {
      log.error({ err: error, templateId: as.id }, 'a list could not be imported')
      outcomes.push('failed')
    }
  }
  return outcomes
}

/** Moments of the future would keep a list on top for good. */
const notAfterNow = (moment: string) => new Date(Math.min(Date.parse(moment), Date.now()))

/** As a list of its own, with the moments of the file; who made it is whoever brings it. */
async function addList(
  actor: UserActor,
  entry: LibraryEntry,
  { id, name: given }: { id: string; name: string },
): Promise<ImportOutcome> {
  const name = toStorableName(given)
  const draft = toStorableDraft(entry.draft)
  const { tags } = entry
  return db().$transaction(async (tx) => {
    const { count } = await tx.listTemplate.createMany({
      data: {
        id,
        name,
        draft,
        tags,
        searchText: templateSearchText(name, draft, tags),
        createdAt: notAfterNow(entry.createdAt),
        updatedAt: notAfterNow(entry.changedAt),
        archivedAt: entry.archivedAt && notAfterNow(entry.archivedAt),
        sentRowIds: [...new Set(entry.sentRowIds.map(toStorableText))],
        createdById: actor.userId,
        updatedById: actor.userId,
      },
      skipDuplicates: true,
    })
    const template = await lockTemplate(tx, id)
    if (!template) throw new Error('A template vanished while it was being imported.')
    if (count === 0) return isSameContent(template, { name, draft, tags }) ? 'unchanged' : 'changedSince'
    await recordVersion(tx, template)
    return 'added'
  })
}

/** As the next version of a list that is there, with the entry's name and tags. */
async function addVersion(
  actor: UserActor,
  entry: LibraryEntry,
  { id, version, acknowledgedRowIds }: { id: string; version: number; acknowledgedRowIds: string[] },
): Promise<ImportOutcome> {
  const saved = await updateTemplate(actor, { id, version, draft: entry.draft, acknowledgedRowIds })
  if (saved?.outcome !== 'saved') return 'changedSince'
  const { template } = saved
  if (template.name !== toStorableName(entry.name)) await renameTemplate(actor, { id, name: entry.name })
  await setTemplateTags(actor, { id, tags: entry.tags })
  return 'replaced'
}
