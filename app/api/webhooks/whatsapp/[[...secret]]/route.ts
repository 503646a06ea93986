import { systemActor } from '@/lib/auth/system-actor'
import { makeWebhookIntake } from '@/lib/intake/handle-webhook'
import { readBody } from '@/lib/intake/read-body'

export const dynamic = 'force-dynamic'

const intake = makeWebhookIntake(systemActor('webhook'))

/** For the provider, which has no session: the signature or the address itself shows who it is. proxy.ts leaves it alone, as Next would hold the body for it. */
async function handle(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const { status, body, headers } = await intake.handle({
    method: request.method,
    url: `${pathname}${search}`,
    header: (name) => request.headers.get(name),
    readBody: () => readBody(request.body ?? new Blob([]).stream(), request.headers.get('content-length')),
  })
  return new Response(body || null, { status, headers })
}

export const GET = handle
export const POST = handle
