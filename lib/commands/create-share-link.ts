import { db } from '@/lib/db/client'
import { hashShareToken, newShareToken } from '@/lib/db/share-token'
import type { UserActor } from '@/lib/domain/actor'
import type { ListDraft } from '@/lib/domain/list-draft'
import { toStorableDraft } from '@/lib/domain/list-template'
import type { ShareDays } from '@/lib/domain/share-link'

type NewShareLink = {
  draft: ListDraft
  /** The saved list that the draft belongs to; null for one that is not saved. */
  templateId: string | null
  days: ShareDays
}

/**
 * Makes a link that shows a draft, as it is now, to whoever has it. Its end is counted on the database's clock.
 * @returns the token, which is kept nowhere; null where there is no such template.
 */
export async function createShareLink(
  actor: UserActor,
  { draft, templateId, days }: NewShareLink,
): Promise<{ token: string } | null> {
  const token = newShareToken()
  const made = await db().$executeRaw`
    insert into share_link (id, token_hash, draft, template_id, created_by_id, created_at, expires_at)
    select gen_random_uuid(), ${hashShareToken(token)}, ${JSON.stringify(toStorableDraft(draft))}::jsonb,
      ${templateId}::uuid, ${actor.userId}::uuid, now(), now() + make_interval(days => ${days}::int)
    where ${templateId}::uuid is null or exists (select from list_template where id = ${templateId}::uuid)`
  return made === 1 ? { token } : null
}
