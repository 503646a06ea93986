import { z } from 'zod'
import { withActor } from '@/lib/auth/session'
import { getSend } from '@/lib/queries/sends'

export const GET = withActor<{ params: Promise<{ id: string }> }>(async (actor, _request, { params }) => {
  const id = z.uuid().safeParse((await params).id)
  const send = id.success ? await getSend(actor, id.data) : null
  if (!send) return Response.json({ error: { code: 'notFound' } }, { status: 404 })
  return Response.json(send, { headers: { 'cache-control': 'no-store' } })
})
