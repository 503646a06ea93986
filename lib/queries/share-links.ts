import { db } from '@/lib/db/client'
import { hashShareToken } from '@/lib/db/share-token'
import type { Actor, UserActor } from '@/lib/domain/actor'
import { readDraft } from '@/lib/domain/list-template'
import type { PhoneMessage } from '@/lib/domain/phone-message'
import { firstWords, type ShareLinkState, type ShareLinkView, toSharedMessage } from '@/lib/domain/share-link'

const MOST = 50

type LinkRow = {
  id: string
  state: ShareLinkState
  draft: unknown
  created_at: Date
  user_id: string
  user_name: string
  expires_at: Date
  revoked_at: Date | null
  view_count: number
  last_viewed_at: Date | null
}

/**
 * The links of one saved list, or of lists that are not saved: one's own, newest first, and then to administrators those
 * of others that still work, as they may end them.
 */
export async function listShareLinks(actor: UserActor, templateId: string | null): Promise<ShareLinkView[]> {
  const rows = await db().$queryRaw<LinkRow[]>`
    select l.id, l.draft, l.created_at, l.expires_at, l.revoked_at, l.view_count, l.last_viewed_at,
      u.id as user_id, u.name as user_name,
      case when l.revoked_at is not null then 'revoked' when l.expires_at <= now() then 'expired' else 'live' end as state
    from share_link l join "user" u on u.id = l.created_by_id
    where l.template_id is not distinct from ${templateId}::uuid
      and (u.id = ${actor.userId}::uuid
        or (${actor.role === 'admin'} and l.revoked_at is null and l.expires_at > now()))
    order by u.id = ${actor.userId}::uuid desc, l.created_at desc, l.id desc
    limit ${MOST}`
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    words: firstWords(readDraft(row.draft)),
    createdAt: row.created_at.toISOString(),
    createdBy: row.user_id === actor.userId ? null : { id: row.user_id, name: row.user_name },
    expiresAt: row.expires_at.toISOString(),
    revokedAt: row.revoked_at?.toISOString() ?? null,
    viewCount: row.view_count,
    lastViewedAt: row.last_viewed_at?.toISOString() ?? null,
  }))
}

/**
 * What a link shows, or null: for one that has ended as for one that never was, after the same work. When it ends, the
 * database's clock says.
 */
export async function getSharedMessage(_actor: Actor, token: string): Promise<PhoneMessage | null> {
  const [row] = await db().$queryRaw<{ draft: unknown }[]>`
    select draft from share_link
    where token_hash = ${hashShareToken(token)} and revoked_at is null and expires_at > now()`
  return row ? toSharedMessage(readDraft(row.draft)) : null
}
