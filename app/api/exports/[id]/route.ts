import { z } from 'zod'
import { withActor } from '@/lib/auth/session'
import { getExportRun } from '@/lib/queries/export-messages'

/** How far an export of one's own is. */
export const GET = withActor<{ params: Promise<{ id: string }> }>(async (actor, _request, { params }) => {
  const id = z.uuid().safeParse((await params).id)
  const run = id.success ? await getExportRun(actor, id.data) : null
  const headers = { 'cache-control': 'no-store' }
  if (!run) return Response.json({ error: { code: 'notFound' } }, { status: 404, headers })
  return Response.json(run, { headers })
})
