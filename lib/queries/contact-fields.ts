import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import type { ContactFieldView } from '@/lib/domain/contact-field'

/** The columns of one's own, in the order in which they were added. */
export async function listContactFields(_actor: Actor): Promise<ContactFieldView[]> {
  return db().contactField.findMany({
    select: { key: true, label: true },
    orderBy: [{ createdAt: 'asc' }, { key: 'asc' }],
  })
}
