import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'

/** From now on they get no tests; those that they got stay in the history. */
export async function removeTester(_actor: Actor, id: string): Promise<void> {
  await db().tester.deleteMany({ where: { id } })
}
