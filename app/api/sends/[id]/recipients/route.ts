import { z } from 'zod'
import { withActor } from '@/lib/auth/session'
import { shownStatusSchema } from '@/lib/domain/send-filters'
import { listRecipients } from '@/lib/queries/recipients'

const schema = z.object({
  id: z.uuid(),
  status: z.optional(shownStatusSchema),
  after: z
    .string()
    .regex(/^\d{5,15}(-\d+)?$/)
    .optional(),
})

export const GET = withActor<{ params: Promise<{ id: string }> }>(async (actor, request, { params }) => {
  const query = new URL(request.url).searchParams
  const parsed = schema.safeParse({
    id: (await params).id,
    status: query.get('status') ?? undefined,
    after: query.get('after') ?? undefined,
  })
  if (!parsed.success) return Response.json({ error: { code: 'invalid' } }, { status: 400 })
  const { id, ...page } = parsed.data
  return Response.json(await listRecipients(actor, id, page), { headers: { 'cache-control': 'no-store' } })
})
