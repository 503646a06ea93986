import type { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import type { ListMessage } from '@/lib/domain/list-message'

/**
 * Counts a Send with the template that it was made of, in that Send's own transaction. Raw, since a Send is no edit of the
 * list: the moment of its last change stays. One that is not counted leaves its row IDs there all the same.
 */
export async function recordTemplateUse(
  _actor: Actor,
  tx: Prisma.TransactionClient,
  { templateId, message, counts }: { templateId: string; message: ListMessage; counts: boolean },
): Promise<void> {
  const rowIds = message.sections.flatMap((section) => section.rows.map((row) => row.id))
  await tx.$executeRaw`
    update list_template set
      times_used = times_used + ${counts ? 1 : 0},
      last_sent_at = now(),
      sent_row_ids = array(select distinct unnest(sent_row_ids || ${rowIds}::text[]))
    where id = ${templateId}::uuid`
}
