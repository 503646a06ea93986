import { withActor } from '@/lib/auth/session'
import { MESSAGE_FILTER_NAMES, messageFiltersSchema } from '@/lib/domain/message-filters'
import { countMessages } from '@/lib/queries/message-count'

export const GET = withActor(async (actor, request) => {
  const params = new URL(request.url).searchParams
  const filters = messageFiltersSchema.safeParse(
    Object.fromEntries(MESSAGE_FILTER_NAMES.map((name) => [name, params.get(name) ?? undefined])),
  )
  if (!filters.success) return Response.json({ error: { code: 'invalid' } }, { status: 400 })
  return Response.json(await countMessages(actor, filters.data), { headers: { 'cache-control': 'no-store' } })
})
