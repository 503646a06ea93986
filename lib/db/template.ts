import { readDraft, type TemplateView } from '@/lib/domain/list-template'
import type { Prisma } from './generated/client'

export const TEMPLATE_SELECT = {
  id: true,
  name: true,
  draft: true,
  version: true,
  updatedAt: true,
  createdAt: true,
  archivedAt: true,
  updatedBy: { select: { id: true, name: true } },
  createdBy: { select: { id: true, name: true } },
  tags: true,
  timesUsed: true,
  lastSentAt: true,
  sentRowIds: true,
} as const satisfies Prisma.ListTemplateSelect

type TemplateRow = Prisma.ListTemplateGetPayload<{ select: typeof TEMPLATE_SELECT }>

export const toTemplateView = (row: TemplateRow): TemplateView => ({
  id: row.id,
  name: row.name,
  draft: readDraft(row.draft),
  version: row.version,
  savedAt: row.updatedAt.toISOString(),
  savedBy: row.updatedBy,
  createdAt: row.createdAt.toISOString(),
  createdBy: row.createdBy,
  archivedAt: row.archivedAt?.toISOString() ?? null,
  tags: row.tags,
  timesUsed: row.timesUsed,
  lastSentAt: row.lastSentAt?.toISOString() ?? null,
  sentRowIds: row.sentRowIds,
})

/** Holds the row until the transaction ends, so that what is read of it is still so when it is written. */
export async function lockTemplate(tx: Prisma.TransactionClient, id: string): Promise<TemplateView | null> {
  await tx.$queryRaw`SELECT 1 FROM list_template WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.listTemplate.findUnique({ where: { id }, select: TEMPLATE_SELECT })
  return row && toTemplateView(row)
}
