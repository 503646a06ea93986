import { db } from '@/lib/db/client'
import { toVersionView, VERSION_SELECT } from '@/lib/db/template-version'
import type { Actor } from '@/lib/domain/actor'
import { diffDrafts } from '@/lib/domain/draft-diff'
import { readDraft } from '@/lib/domain/list-template'
import { NAMED_CHANGES, type VersionContent, type VersionPage, type VersionPair } from '@/lib/domain/template-version'

export const VERSION_PAGE_SIZE = 20

const toContent = ({ draft, ...row }: Parameters<typeof toVersionView>[0] & { draft: unknown }): VersionContent => ({
  ...toVersionView(row),
  draft: readDraft(draft),
})

/** A template's versions, the newest first, each with what it changed; null where there is no such template. */
export async function listTemplateVersions(
  _actor: Actor,
  { templateId, before }: { templateId: string; before?: number },
): Promise<VersionPage | null> {
  const template = await db().listTemplate.findUnique({ where: { id: templateId }, select: { version: true } })
  if (!template) return null
  const rows = await db().listTemplateVersion.findMany({
    where: { templateId, ...(before !== undefined && { version: { lt: before } }) },
    orderBy: { version: 'desc' },
    // One more than is shown: what the last of them is compared with.
    take: VERSION_PAGE_SIZE + 1,
    select: { ...VERSION_SELECT, draft: true },
  })
  const drafts = rows.map((row) => readDraft(row.draft))
  const versions = rows.slice(0, VERSION_PAGE_SIZE).map((row, i) => {
    const [own, previous] = [drafts[i], drafts[i + 1]]
    const changes = own && previous ? diffDrafts(previous, own) : null
    return {
      ...toVersionView(row),
      changes: changes && { first: changes.slice(0, NAMED_CHANGES), count: changes.length },
    }
  })
  const [first, last] = [versions.at(0), versions.at(-1)]
  return {
    versions,
    newest: template.version,
    older: rows.length > VERSION_PAGE_SIZE && last ? last.version : null,
    newer: first && first.version < template.version ? first.version + VERSION_PAGE_SIZE + 1 : null,
  }
}

/** One version with what it holds, or null. */
export async function getTemplateVersion(
  _actor: Actor,
  { templateId, version }: { templateId: string; version: number },
): Promise<VersionContent | null> {
  const row = await db().listTemplateVersion.findUnique({
    where: { templateId_version: { templateId, version } },
    select: { ...VERSION_SELECT, draft: true },
  })
  return row && toContent(row)
}

/**
 * Two versions to be compared: those asked for, where they are there; else the newest, and the one before it.
 * null where the template has none.
 */
export async function getVersionPair(
  actor: Actor,
  { templateId, from, to }: { templateId: string; from?: number | null; to?: number | null },
): Promise<VersionPair | null> {
  const newestBelow = async (version?: number) => {
    const row = await db().listTemplateVersion.findFirst({
      where: { templateId, ...(version !== undefined && { version: { lt: version } }) },
      orderBy: { version: 'desc' },
      select: { ...VERSION_SELECT, draft: true },
    })
    return row && toContent(row)
  }
  const get = (version?: number | null) => (version ? getTemplateVersion(actor, { templateId, version }) : null)
  const newest = await newestBelow()
  const after = (await get(to)) ?? newest
  if (!after || !newest) return null
  const before = (await get(from)) ?? (await newestBelow(after.version))
  // The oldest has none before it: what came of it is worth a look.
  return before || newest.version === after.version ? { before, after } : { before: after, after: newest }
}
