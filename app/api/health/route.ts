import { systemActor } from '@/lib/auth/system-actor'
import { env } from '@/lib/env'
import { getHealth } from '@/lib/queries/health'

export const dynamic = 'force-dynamic'

/** For probes, which have no session: it tells nothing but whether this server can serve. */
export async function GET(): Promise<Response> {
  const health = await getHealth(systemActor('health'), env().migrations)
  return Response.json(health, {
    status: health.status === 'ok' ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}
