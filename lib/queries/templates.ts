import { db } from '@/lib/db/client'
import { TEMPLATE_SELECT, toTemplateView } from '@/lib/db/template'
import type { Actor } from '@/lib/domain/actor'
import { fold } from '@/lib/domain/fold'
import {
  countsOf,
  type TemplateCursor,
  type TemplateFilters,
  type TemplatePage,
  type TemplateSummary,
  type TemplateView,
  toTemplateCursor,
  toTemplateFace,
} from '@/lib/domain/list-template'

export const TEMPLATE_PAGE_SIZE = 24

/** Prisma puts the text into a LIKE as it is: without this, "100%" would find every "100". */
const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&')

function toSummary({ draft, version: _version, sentRowIds: _sent, ...template }: TemplateView): TemplateSummary {
  return { ...template, face: toTemplateFace(draft), ...countsOf(draft) }
}

/** Saved lists, the last changed first. Each word of the search must stand somewhere in a list's name or texts. */
export async function listTemplates(
  _actor: Actor,
  { search, archived, after }: TemplateFilters & { after?: TemplateCursor },
): Promise<TemplatePage> {
  const words = fold(search).split(' ').filter(Boolean)
  const rows = await db().listTemplate.findMany({
    where: {
      archivedAt: archived ? { not: null } : null,
      AND: [
        ...words.map((word) => ({ searchText: { contains: escapeLike(word) } })),
        ...(after
          ? [{ OR: [{ updatedAt: { lt: after.savedAt } }, { updatedAt: after.savedAt, id: { lt: after.id } }] }]
          : []),
      ],
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: TEMPLATE_PAGE_SIZE + 1,
    select: TEMPLATE_SELECT,
  })
  const templates = rows.slice(0, TEMPLATE_PAGE_SIZE).map((row) => toSummary(toTemplateView(row)))
  const last = templates.at(-1)
  return { templates, nextCursor: rows.length > TEMPLATE_PAGE_SIZE && last ? toTemplateCursor(last) : null }
}

export async function getTemplate(_actor: Actor, id: string): Promise<TemplateView | null> {
  const row = await db().listTemplate.findUnique({ where: { id }, select: TEMPLATE_SELECT })
  return row && toTemplateView(row)
}
