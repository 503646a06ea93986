import { z } from 'zod'
import { withActor } from '@/lib/auth/session'
import { listShareLinks } from '@/lib/queries/share-links'

/** `?template=` asks for the links of a saved list; without it, for those of lists that are not saved. */
export const GET = withActor(async (actor, request) => {
  const templateId = z.uuid().nullable().safeParse(new URL(request.url).searchParams.get('template'))
  if (!templateId.success) return Response.json({ error: { code: 'invalid' } }, { status: 400 })
  const links = await listShareLinks(actor, templateId.data)
  return Response.json({ links }, { headers: { 'cache-control': 'no-store' } })
})
