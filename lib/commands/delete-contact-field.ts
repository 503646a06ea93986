import { db } from '@/lib/db/client'
import { lockContacts, writeContacts } from '@/lib/db/contact'
import type { UserActor } from '@/lib/domain/actor'

const BATCH = 2_000

/**
 * Deletes a column of one's own and what it holds, for everybody. The column goes last: a deletion that broke off is
 * done by the next try. @returns for how many people it held something.
 */
export async function deleteContactField(_actor: UserActor, { key }: { key: string }): Promise<number> {
  for (let emptied = 0; ; ) {
    const { count, isLast } = await db().$transaction(
      async (tx) => {
        const rows = await tx.$queryRaw<{ id: string }[]>`
          select id from contact where jsonb_exists(fields, ${key}) order by id limit ${BATCH}`
        const contacts = await lockContacts(
          tx,
          rows.map(({ id }) => id),
        )
        const without = contacts.map((contact) => {
          const { [key]: _gone, ...fields } = contact.fields
          return { ...contact, fields }
        })
        await writeContacts(tx, without)
        const last = rows.length < BATCH
        if (last) await tx.contactField.deleteMany({ where: { key } })
        return { count: contacts.length, isLast: last }
      },
      { timeout: 60_000 },
    )
    emptied += count
    if (isLast) return emptied
  }
}
