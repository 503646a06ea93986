import { withActor } from '@/lib/auth/session'
import { readScopeParam } from '@/lib/domain/answer-people'
import { getAnsweredRows } from '@/lib/queries/answer-people'

/** What people did with a Send or with a template's Sends: `?from=send:…`. */
export const GET = withActor(async (actor, request) => {
  const scope = readScopeParam(new URL(request.url).searchParams.get('from'))
  if (!scope) return Response.json({ error: { code: 'invalid' } }, { status: 400 })
  return Response.json(await getAnsweredRows(actor, scope), { headers: { 'cache-control': 'no-store' } })
})
