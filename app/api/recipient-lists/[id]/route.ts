import { z } from 'zod'
import { withActor } from '@/lib/auth/session'
import { ownPaceSchema } from '@/lib/domain/send-plan'
import { getRecipientList } from '@/lib/queries/recipient-lists'

const paceSchema = z.object({ perSecond: z.coerce.number().pipe(ownPaceSchema), startsAt: z.coerce.date().optional() })

/** `?perSecond=` and `startsAt=` ask how many windows close before their turn at that pace. */
export const GET = withActor<{ params: Promise<{ id: string }> }>(async (actor, request, { params }) => {
  const id = z.uuid().safeParse((await params).id)
  const pace = paceSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  const list = id.success ? await getRecipientList(actor, id.data, pace.data ?? null) : null
  if (!list) return Response.json({ error: { code: 'notFound' } }, { status: 404 })
  return Response.json(list, { headers: { 'cache-control': 'no-store' } })
})
