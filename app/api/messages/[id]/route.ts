import { withActor } from '@/lib/auth/session'
import { recipientIdSchema } from '@/lib/domain/send-filters'
import { getMessageDetail } from '@/lib/queries/message-detail'

export const GET = withActor<{ params: Promise<{ id: string }> }>(async (actor, _request, { params }) => {
  const id = recipientIdSchema.safeParse((await params).id)
  const message = id.success ? await getMessageDetail(actor, id.data) : null
  if (!message) return Response.json({ error: { code: 'notFound' } }, { status: 404 })
  return Response.json(message, { headers: { 'cache-control': 'no-store' } })
})
