import { z } from 'zod'
import { withActor } from '@/lib/auth/session'
import { recipientIdSchema } from '@/lib/domain/send-filters'
import { getRecipient } from '@/lib/queries/recipients'

const schema = z.object({ id: z.uuid(), recipientId: recipientIdSchema })

export const GET = withActor<{ params: Promise<{ id: string; recipientId: string }> }>(
  async (actor, _request, { params }) => {
    const parsed = schema.safeParse(await params)
    const recipient = parsed.success ? await getRecipient(actor, parsed.data.id, parsed.data.recipientId) : null
    if (!recipient) return Response.json({ error: { code: 'notFound' } }, { status: 404 })
    return Response.json(recipient, { headers: { 'cache-control': 'no-store' } })
  },
)
