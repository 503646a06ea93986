import { z } from 'zod'
import { withActor } from '@/lib/auth/session'
import { FOLLOWS_HOWS } from '@/lib/domain/send-state'
import { getFollowPreview } from '@/lib/queries/follow-preview'

const schema = z.object({ id: z.uuid(), how: z.enum(FOLLOWS_HOWS) })

export const GET = withActor<{ params: Promise<{ id: string }> }>(async (actor, request, { params }) => {
  const how = new URL(request.url).searchParams.get('how')
  const parsed = schema.safeParse({ id: (await params).id, how })
  const preview = parsed.success ? await getFollowPreview(actor, parsed.data.id, parsed.data.how) : null
  if (!preview) return Response.json({ error: { code: 'notFound' } }, { status: 404 })
  return Response.json(preview, { headers: { 'cache-control': 'no-store' } })
})
