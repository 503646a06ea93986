import { z } from 'zod'
import { withActor } from '@/lib/auth/session'
import { peopleFilterSchema } from '@/lib/domain/people-filter'
import { listRecipients } from '@/lib/queries/recipients'

const schema = z.object({
  id: z.uuid(),
  filter: peopleFilterSchema,
  after: z
    .string()
    .regex(/^\d{5,15}(-\d+)?$/)
    .optional(),
})

export const GET = withActor<{ params: Promise<{ id: string }> }>(async (actor, request, { params }) => {
  const query = new URL(request.url).searchParams
  const parsed = schema.safeParse({
    id: (await params).id,
    filter: { group: query.get('people') ?? undefined, code: query.get('code') ?? undefined },
    after: query.get('after') ?? undefined,
  })
  if (!parsed.success) return Response.json({ error: { code: 'invalid' } }, { status: 400 })
  const { id, filter, after } = parsed.data
  return Response.json(await listRecipients(actor, id, { ...filter, after }), {
    headers: { 'cache-control': 'no-store' },
  })
})
