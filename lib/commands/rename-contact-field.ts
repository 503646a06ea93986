import { db } from '@/lib/db/client'
import { type ActionResult, fail, succeed } from '@/lib/domain/action-result'
import type { UserActor } from '@/lib/domain/actor'
import { type ContactFieldView, isSameLabel } from '@/lib/domain/contact-field'

/** Calls a column otherwise; its key, and with it what it holds, stays. Fails with `labelTaken` or `gone`. */
export async function renameContactField(
  _actor: UserActor,
  { key, label }: ContactFieldView,
): Promise<ActionResult<ContactFieldView, 'labelTaken' | 'gone'>> {
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`lock table contact_field in share row exclusive mode`
    const fields = await tx.contactField.findMany({ select: { key: true, label: true } })
    if (!fields.some((field) => field.key === key)) return fail('gone')
    if (fields.some((field) => field.key !== key && isSameLabel(field.label, label))) return fail('labelTaken')
    return succeed(
      await tx.contactField.update({ where: { key }, data: { label }, select: { key: true, label: true } }),
    )
  })
}
