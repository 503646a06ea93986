import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import type { ExportState } from '@/lib/domain/message-export'

/** @property total absent where it is not known yet, or more than one would count */
export type ExportProgress = { state: ExportState; rows: number; total?: number | null }

/** Says how far an export is. Another person's run of the same id is left as it is. */
export async function recordExport(actor: Actor, id: string, progress: ExportProgress): Promise<void> {
  if (actor.kind !== 'user') return
  const { count } = await db().exportRun.updateMany({ where: { id, userId: actor.userId }, data: progress })
  if (count === 0)
    await db().exportRun.createMany({ data: { id, userId: actor.userId, ...progress }, skipDuplicates: true })
}
