import { db } from '@/lib/db/client'
import type { UserActor } from '@/lib/domain/actor'
import { type ListSource, RECIPIENT_LIST_DAYS } from '@/lib/domain/recipient-list'

const DAY_MS = 24 * 60 * 60 * 1000
const FILE_NAME_LENGTH = 200

/** Makes an empty list that belongs to whoever starts it; its lines are still to come. */
export async function startRecipientList(
  actor: UserActor,
  input: { source: ListSource; fileName?: string | null; bytesTotal?: number | null },
): Promise<{ id: string }> {
  return db().recipientList.create({
    data: {
      createdById: actor.userId,
      source: input.source,
      fileName: input.fileName?.replace(/[\0\p{Surrogate}]/gu, '').slice(0, FILE_NAME_LENGTH) || null,
      bytesTotal: input.bytesTotal ?? null,
      expiresAt: new Date(Date.now() + RECIPIENT_LIST_DAYS * DAY_MS),
    },
    select: { id: true },
  })
}
