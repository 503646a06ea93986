import { db } from '@/lib/db/client'
import { hashShareToken } from '@/lib/db/share-token'
import type { Actor } from '@/lib/domain/actor'

const MOST = 2_147_483_647

/** Counts one look at a shared message. */
export async function recordShareView(_actor: Actor, token: string): Promise<void> {
  await db().$executeRaw`
    update share_link set view_count = least(view_count::bigint + 1, ${MOST})::int, last_viewed_at = now()
    where token_hash = ${hashShareToken(token)}`
}
