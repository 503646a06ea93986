import type { TemplateView } from '@/lib/domain/list-template'
import type { VersionView } from '@/lib/domain/template-version'
import type { Prisma } from './generated/client'

export const VERSION_SELECT = {
  version: true,
  savedAt: true,
  savedBy: { select: { id: true, name: true } },
  restoredFrom: true,
  changedSentRowIds: true,
} as const satisfies Prisma.ListTemplateVersionSelect

type VersionRow = Prisma.ListTemplateVersionGetPayload<{ select: typeof VERSION_SELECT }>

export const toVersionView = (row: VersionRow): VersionView => ({
  version: row.version,
  savedAt: row.savedAt.toISOString(),
  savedBy: row.savedBy,
  restoredFrom: row.restoredFrom,
  changedSentRowIds: row.changedSentRowIds,
})

/** How a version came about, beside being saved. */
export type VersionOrigin = { restoredFrom?: number; changedSentRowIds?: string[] }

/** Writes down what a template holds now as its version of that number. */
export async function recordVersion(
  tx: Prisma.TransactionClient,
  template: TemplateView,
  origin: VersionOrigin = {},
): Promise<void> {
  await tx.listTemplateVersion.create({
    data: {
      templateId: template.id,
      version: template.version,
      draft: template.draft,
      savedAt: template.savedAt,
      savedById: template.savedBy?.id ?? null,
      ...origin,
    },
  })
}
