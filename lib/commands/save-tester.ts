import { db } from '@/lib/db/client'
import { type ActionResult, fail, succeed } from '@/lib/domain/action-result'
import type { Actor } from '@/lib/domain/actor'
import { toPersonKey } from '@/lib/domain/person-key'
import { MAX_TESTERS } from '@/lib/domain/tester'

/** @property id null for a new one */
export type SaveTesterInput = { id: string | null; name: string; phone: string }

/**
 * Adds somebody who gets tests, or changes them. `repeated`: that person is one already, however their number is written;
 * `tooManyTesters`: there are as many as one test may go to; `notFound`: they were removed meanwhile.
 */
export async function saveTester(
  _actor: Actor,
  { id, name, phone }: SaveTesterInput,
): Promise<ActionResult<{ id: string }, 'repeated' | 'tooManyTesters' | 'notFound'>> {
  const person = toPersonKey(phone)
  return db().$transaction(async (tx) => {
    // One after another: else two people could both add the last one.
    await tx.$executeRaw`lock table tester in share row exclusive mode`
    const same = await tx.tester.findUnique({ where: { person }, select: { id: true } })
    if (same && same.id !== id) return fail('repeated', { fieldErrors: { phone: 'testerRepeated' } })
    if (id) {
      const { count } = await tx.tester.updateMany({ where: { id }, data: { name, phone, person } })
      return count > 0 ? succeed({ id }) : fail('notFound')
    }
    if ((await tx.tester.count()) >= MAX_TESTERS) return fail('tooManyTesters')
    return succeed(await tx.tester.create({ data: { name, phone, person }, select: { id: true } }))
  })
}
