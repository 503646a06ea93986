import { z } from 'zod'
import { withActor } from '@/lib/auth/session'
import { verdictSchema } from '@/lib/domain/recipient-verdict'
import { listRecipientListRows } from '@/lib/queries/recipient-rows'

const schema = z.object({
  id: z.uuid(),
  verdict: z.optional(verdictSchema),
  repaired: z.literal('true').optional(),
  after: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .optional(),
})

export const GET = withActor<{ params: Promise<{ id: string }> }>(async (actor, request, { params }) => {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const parsed = schema.safeParse({ ...query, id: (await params).id })
  if (!parsed.success) return Response.json({ error: { code: 'invalid' } }, { status: 400 })
  const { id, repaired, ...asked } = parsed.data
  const page = await listRecipientListRows(actor, id, { ...asked, repaired: repaired === 'true' })
  return Response.json(page, { headers: { 'cache-control': 'no-store' } })
})
