import { readRecipientFileAction } from '@/lib/actions/recipient-lists'
import { isSecure } from '@/lib/auth/is-secure'
import { securityHeaders } from '@/lib/auth/security-headers'
import { withActor } from '@/lib/auth/session'
import { LIST_LIMITS, unreadableWhy } from '@/lib/domain/recipient-list'

const STATUS: Record<string, number> = { signedOut: 401, forbidden: 403, invalid: 400, unreadable: 422, gone: 404 }

/**
 * Takes a file as the request's body, `?name=` what it is called, and answers with the list's id once it is read. It is
 * read as it comes in, so proxy.ts leaves this address alone: Next would hold all of the body for it, and cut it off.
 */
export const POST = withActor(async (_actor, request) => {
  const answer = (body: unknown, status: number) =>
    Response.json(body, {
      status,
      headers: {
        'cache-control': 'no-store',
        ...securityHeaders({ secure: isSecure(request.headers), path: '/api/recipient-lists' }),
      },
    })
  const from = request.headers.get('sec-fetch-site')
  if (from && from !== 'same-origin') return answer({ error: { code: 'forbidden' } }, 403)
  const bytesTotal = Number(request.headers.get('content-length') ?? '') || null
  if (bytesTotal !== null && bytesTotal > LIST_LIMITS.bytes) {
    const problem = { code: 'tooBig', line: null, max: LIST_LIMITS.bytes }
    return answer({ error: { code: 'unreadable', problem } }, 413)
  }
  const result = await readRecipientFileAction({
    fileName: new URL(request.url).searchParams.get('name'),
    bytesTotal,
    body: request.body ?? new Blob([]).stream(),
  })
  if (result.ok) return answer(result.data, 201)
  const { code } = result.error
  const problem = unreadableWhy(result.error)
  return answer({ error: { code, ...(problem && { problem }) } }, STATUS[code] ?? 500)
})
