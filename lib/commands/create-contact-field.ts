import { db } from '@/lib/db/client'
import { type ActionResult, fail, succeed } from '@/lib/domain/action-result'
import type { UserActor } from '@/lib/domain/actor'
import { type ContactFieldView, FIELD_LIMIT, freeFieldKey, isSameLabel } from '@/lib/domain/contact-field'

/** Adds a column of one's own. Fails with `labelTaken` where one is called so, or with `tooManyFields`. */
export async function createContactField(
  _actor: UserActor,
  { label }: { label: string },
): Promise<ActionResult<ContactFieldView, 'labelTaken' | 'tooManyFields'>> {
  return db().$transaction(async (tx) => {
    // Few and small: who adds a second one at the same moment waits.
    await tx.$executeRaw`lock table contact_field in share row exclusive mode`
    const fields = await tx.contactField.findMany({ select: { key: true, label: true } })
    if (fields.some((field) => isSameLabel(field.label, label))) return fail('labelTaken')
    if (fields.length >= FIELD_LIMIT) return fail('tooManyFields')
    const key = freeFieldKey(
      label,
      fields.map((field) => field.key),
    )
    return succeed(await tx.contactField.create({ data: { key, label }, select: { key: true, label: true } }))
  })
}
