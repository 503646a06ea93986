import { withActor } from '@/lib/auth/session'
import { emptyRule } from '@/lib/domain/audience-rule'
import { countAudience, listAudiences } from '@/lib/queries/audiences'
import { listContactTags } from '@/lib/queries/contact-tags'

/** Whom a Send can be for, out of the contacts: how many there are in all, the tags, the saved audiences. */
export const GET = withActor(async (actor) => {
  const [total, tags, audiences] = await Promise.all([
    countAudience(actor, emptyRule()),
    listContactTags(actor),
    listAudiences(actor),
  ])
  return Response.json({ total, tags, audiences })
})
