import { z } from 'zod'
import { withActor } from '@/lib/auth/session'
import { MESSAGE_FILTER_NAMES, messageCursorSchema, messageFiltersSchema } from '@/lib/domain/message-filters'
import { listMessages } from '@/lib/queries/messages'

export const GET = withActor(async (actor, request) => {
  const params = new URL(request.url).searchParams
  const filters = messageFiltersSchema.safeParse(
    Object.fromEntries(MESSAGE_FILTER_NAMES.map((name) => [name, params.get(name) ?? undefined])),
  )
  const cursor = z.optional(messageCursorSchema).safeParse(params.get('cursor') ?? undefined)
  if (!filters.success || !cursor.success) return Response.json({ error: { code: 'invalid' } }, { status: 400 })
  const page = await listMessages(actor, filters.data, cursor.data)
  return Response.json(page, { headers: { 'cache-control': 'no-store' } })
})
