import { isAdmin, withActor } from '@/lib/auth/session'
import { keepRulesSchema } from '@/lib/domain/keep-rules'
import { previewKeepRules } from '@/lib/queries/keep-rules'

/** What `?days=` would take away. */
export const GET = withActor(async (actor, request) => {
  if (!isAdmin(actor)) return Response.json({ error: { code: 'forbidden' } }, { status: 403 })
  const parsed = keepRulesSchema.safeParse({ keepDays: new URL(request.url).searchParams.get('days') })
  if (!parsed.success || parsed.data.keepDays === null)
    return Response.json({ error: { code: 'invalid' } }, { status: 400 })
  const preview = await previewKeepRules(actor, parsed.data.keepDays)
  return Response.json(preview, { headers: { 'cache-control': 'no-store' } })
})
