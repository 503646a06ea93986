import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'

/** Forgets the saved app secret: from now on the address that nobody can guess is all that protects. */
export async function removeAppSecret(_actor: Actor): Promise<void> {
  await db().webhookSettings.updateMany({ where: { id: 1 }, data: { sealedAppSecret: null } })
}
