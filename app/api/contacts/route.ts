import { z } from 'zod'
import { withActor } from '@/lib/auth/session'
import { contactCursorSchema, readContactFilters } from '@/lib/domain/contact-filters'
import { listContacts } from '@/lib/queries/contacts'

export const GET = withActor(async (actor, request) => {
  const params = new URL(request.url).searchParams
  const after = z.optional(contactCursorSchema).safeParse(params.get('after') ?? undefined)
  if (!after.success) return Response.json({ error: { code: 'invalid' } }, { status: 400 })
  return Response.json(await listContacts(actor, { ...readContactFilters(params), after: after.data }))
})
