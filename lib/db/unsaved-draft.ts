import { listDraftSchema } from '@/lib/domain/list-draft'
import type { UnsavedDraft } from '@/lib/domain/unsaved-draft'
import type { Prisma } from './generated/client'

/** The column `tab` holds who wrote: the browser, and which of its saves it was. */
export const toWriter = ({ browser, order }: { browser: string; order: number }) => `${browser}.${order}`

/** What stands in one place; null where nothing does, or nothing that this version of us can read. */
export async function readUnsavedDraft(
  tx: Prisma.TransactionClient,
  key: { userId: string; place: string },
): Promise<UnsavedDraft | null> {
  const row = await tx.unsavedDraft.findUnique({ where: { userId_place: key } })
  const draft = row && listDraftSchema.safeParse(row.draft).data
  if (!draft) return null
  const [browser = '', order] = row.tab.split('.')
  return {
    draft,
    version: row.baseVersion,
    revision: row.revision,
    browser,
    order: Number(order) || 0,
    savedAt: row.savedAt.toISOString(),
  }
}
