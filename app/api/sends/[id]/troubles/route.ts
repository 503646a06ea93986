import { z } from 'zod'
import { withActor } from '@/lib/auth/session'
import { listTroubles } from '@/lib/queries/recipients'

export const GET = withActor<{ params: Promise<{ id: string }> }>(async (actor, _request, { params }) => {
  const id = z.uuid().safeParse((await params).id)
  if (!id.success) return Response.json({ error: { code: 'notFound' } }, { status: 404 })
  return Response.json(await listTroubles(actor, id.data), { headers: { 'cache-control': 'no-store' } })
})
