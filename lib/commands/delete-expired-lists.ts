import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'

/** Rows in one statement: a list may have a million. */
const BATCH = 20_000

/**
 * Throws away recipient lists whose days are over, with everything in them; a list from which a Send is still being
 * written down stays for the next time. Answers for how many.
 */
export async function deleteExpiredLists(_actor: Actor, now = new Date()): Promise<number> {
  return deleteLists({ expiresAt: { lt: now } })
}

/** The same for those that are older than that, whatever days they were given. */
export async function deleteOldLists(_actor: Actor, before: Date): Promise<number> {
  return deleteLists({ createdAt: { lt: before } })
}

async function deleteLists(which: Prisma.RecipientListWhereInput): Promise<number> {
  const where = { ...which, sends: { none: { state: 'preparing' } } } satisfies Prisma.RecipientListWhereInput
  const old = await db().recipientList.findMany({ where, select: { id: true } })
  let deleted = 0
  for (const { id } of old) {
    let rows = BATCH
    while (rows === BATCH)
      rows = await db().$executeRaw`
        delete from recipient_list_row
        where list_id = ${id}::uuid and line in (
          select line from recipient_list_row where list_id = ${id}::uuid order by line limit ${BATCH}
        )`
    const { count } = await db().recipientList.deleteMany({ where: { id, sends: { none: { state: 'preparing' } } } })
    deleted += count
  }
  return deleted
}
