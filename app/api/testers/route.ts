import { withActor } from '@/lib/auth/session'
import { listTesters } from '@/lib/queries/testers'

export const GET = withActor(async (actor) =>
  Response.json(await listTesters(actor), { headers: { 'cache-control': 'no-store' } }),
)
