import { withActor } from '@/lib/auth/session'
import { readContactFilters } from '@/lib/domain/contact-filters'
import { countContacts } from '@/lib/queries/contacts'

export const GET = withActor(async (actor, request) =>
  Response.json(await countContacts(actor, readContactFilters(new URL(request.url).searchParams))),
)
