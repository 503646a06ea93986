import { z } from 'zod'
import { withActor } from '@/lib/auth/session'
import { SEND_FILTER_NAMES, sendCursorSchema, sendFiltersSchema } from '@/lib/domain/send-filters'
import { listSends } from '@/lib/queries/sends'

export const GET = withActor(async (actor, request) => {
  const params = new URL(request.url).searchParams
  const filters = sendFiltersSchema.safeParse(
    Object.fromEntries(SEND_FILTER_NAMES.map((name) => [name, params.get(name) ?? undefined])),
  )
  const after = z.optional(sendCursorSchema).safeParse(params.get('after') ?? undefined)
  if (!filters.success || !after.success) return Response.json({ error: { code: 'invalid' } }, { status: 400 })
  return Response.json(await listSends(actor, filters.data, after.data), { headers: { 'cache-control': 'no-store' } })
})
