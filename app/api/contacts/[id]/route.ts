import { z } from 'zod'
import { withActor } from '@/lib/auth/session'
import { getContact } from '@/lib/queries/contact-detail'

export const GET = withActor(async (actor, _request, { params }: { params: Promise<{ id: string }> }) => {
  const id = z.uuid().safeParse((await params).id)
  const contact = id.success ? await getContact(actor, id.data) : null
  return contact ? Response.json(contact) : Response.json({ error: { code: 'gone' } }, { status: 404 })
})
