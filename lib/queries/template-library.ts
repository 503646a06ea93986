import { db } from '@/lib/db/client'
import { TEMPLATE_SELECT, toTemplateView } from '@/lib/db/template'
import type { Actor } from '@/lib/domain/actor'
import type { Compared, LibraryMatch } from '@/lib/domain/library-import'
import type { TemplateView } from '@/lib/domain/list-template'
import { sentIdChanges } from '@/lib/domain/sent-row-ids'
import { isSameContent, type LibraryEntry } from '@/lib/domain/template-library-file'

const BATCH = 200

const toEntry = (template: TemplateView): LibraryEntry => ({
  id: template.id,
  name: template.name,
  tags: template.tags,
  draft: template.draft,
  createdAt: template.createdAt,
  createdBy: template.createdBy?.name ?? null,
  changedAt: template.savedAt,
  changedBy: template.savedBy?.name ?? null,
  archivedAt: template.archivedAt,
  sentRowIds: template.sentRowIds,
})

/** Every saved list, archived ones too, a few hundred at a time: the library need not fit into memory. */
export async function* exportTemplates(_actor: Actor): AsyncGenerator<LibraryEntry[]> {
  for (let after: string | null = null; ; ) {
    const rows: Parameters<typeof toTemplateView>[0][] = await db().listTemplate.findMany({
      where: after ? { id: { gt: after } } : {},
      orderBy: { id: 'asc' },
      take: BATCH,
      select: TEMPLATE_SELECT,
    })
    if (rows.length > 0) yield rows.map((row) => toEntry(toTemplateView(row)))
    after = rows.at(-1)?.id ?? null
    if (rows.length < BATCH) return
  }
}

/** For each entry, in order, the lists that have its id, its name, or the name of its copy; the last changed first. */
export async function listLibraryMatches(_actor: Actor, compared: readonly Compared[]): Promise<LibraryMatch[][]> {
  const rows = await db().listTemplate.findMany({
    where: {
      OR: [
        { id: { in: compared.map(({ entry }) => entry.id) } },
        { name: { in: compared.flatMap(({ entry, copyName }) => [entry.name, copyName]) } },
      ],
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    select: TEMPLATE_SELECT,
  })
  const templates = rows.map(toTemplateView)
  return compared.map(({ entry, copyName }) =>
    templates.flatMap((template) => {
      const by =
        template.id === entry.id
          ? 'id'
          : template.name === entry.name
            ? 'name'
            : template.name === copyName
              ? 'copy'
              : null
      return by ? [toMatch(template, entry, by)] : []
    }),
  )
}

function toMatch(template: TemplateView, entry: LibraryEntry, by: LibraryMatch['by']): LibraryMatch {
  const { id, name, version, savedAt, savedBy, archivedAt } = template
  return {
    id,
    name,
    version,
    savedAt,
    savedBy,
    isArchived: archivedAt !== null,
    by,
    isSame: isSameContent(template, by === 'copy' ? { ...entry, name } : entry),
    sentRowIds: sentIdChanges(template.draft, entry.draft, template.sentRowIds).map(({ from }) => from),
  }
}
