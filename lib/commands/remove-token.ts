import { db } from '@/lib/db/client'
import { CONNECTION_NAME } from '@/lib/db/connection'
import type { Actor } from '@/lib/domain/actor'

/** Forgets the saved token: from now on Sends go to the stand-in, unless the environment has a token. */
export async function removeToken(actor: Actor): Promise<void> {
  await db().connection.updateMany({
    where: { name: CONNECTION_NAME },
    data: {
      sealedToken: null,
      tokenLastFour: null,
      updatedById: actor.kind === 'user' ? actor.userId : null,
    },
  })
}
