import http from 'node:http'
import { systemActor } from '@/lib/auth/system-actor'
import { log } from '@/lib/log'
import { getHealth } from '@/lib/queries/health'
import type { WebhookIntake } from './handle-webhook'
import { readRequest } from './read-body'

/** A POST of 3 MB on a slow line; whoever takes longer is cut off. */
const LONGEST_REQUEST_MS = 60_000

/** How long what was refused for its length may go on. */
const DRAIN_MS = 2_000

/** The plain server of webhooks: what Next would cost for each request is most of what it takes to answer one. */
export function makeIntakeServer(intake: WebhookIntake, migrations: readonly string[]): http.Server {
  const server = http.createServer({ requestTimeout: LONGEST_REQUEST_MS }, (request, response) => {
    respond(request, response).catch((error: unknown) => {
      log.warn({ err: error }, 'a webhook broke off')
      response.destroy()
    })
  })

  async function respond(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const url = request.url ?? '/'
    if (url === '/api/health') {
      const health = await getHealth(systemActor('health'), migrations)
      response.writeHead(health.status === 'ok' ? 200 : 503, {
        'content-type': 'application/json',
        'cache-control': 'no-store',
      })
      response.end(JSON.stringify(health))
      return
    }
    const { status, body, headers } = await intake.handle({
      method: request.method ?? 'GET',
      url,
      header: (name) => [request.headers[name] ?? null].flat()[0] ?? null,
      readBody: () => readRequest(request),
    })
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
    response.end(body)
    if (request.complete) return
    // Cut off at once, whoever still writes would not hear why.
    request.resume()
    setTimeout(() => request.destroy(), DRAIN_MS).unref()
  }

  return server
}
