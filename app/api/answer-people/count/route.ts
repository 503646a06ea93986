import { withActor } from '@/lib/auth/session'
import { readAnswerPeople } from '@/lib/domain/answer-people'
import { countAnswerPeople } from '@/lib/queries/answer-people'

/** How many did this, and how long their windows stay open: `?from=send:…&row=…`. */
export const GET = withActor(async (actor, request) => {
  const people = readAnswerPeople(Object.fromEntries(new URL(request.url).searchParams))
  if (!people) return Response.json({ error: { code: 'invalid' } }, { status: 400 })
  return Response.json(await countAnswerPeople(actor, people), { headers: { 'cache-control': 'no-store' } })
})
