import { type RecordedUpdates, recordDeliveries, type UpdateDelivery } from '@/lib/commands/record-updates'
import type { Actor } from '@/lib/domain/actor'
import type { GatewayKind } from '@/lib/domain/gateway'
import { WEBHOOK_PATH } from '@/lib/domain/webhook-settings'
import { log } from '@/lib/log'
import { parseWebhook } from '@/lib/whatsapp/parse-webhook'
import { isSameSecret, isSigned, SIGNATURE_HEADER } from '@/lib/whatsapp/verify-signature'
import type { Body } from './read-body'
import { UpdateGatherer } from './update-gatherer'
import { WebhookKeys } from './webhook-keys'

/** A request as both servers, Next's and the plain one, can tell it. */
export type WebhookRequest = {
  method: string
  /** Path and query. */
  url: string
  header: (name: string) => string | null
  readBody: () => Promise<Body>
}

export type WebhookAnswer = { status: number; body: string; headers: Record<string, string> }

export type WebhookIntake = {
  handle: (request: WebhookRequest) => Promise<WebhookAnswer>
  /** Until what came in is recorded. */
  settled: () => Promise<void>
}

const answer = (status: number, body = ''): WebhookAnswer => ({
  status,
  body,
  headers: {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  },
})

/**
 * The provider's door. It is answered 200 once what it brought is committed; 401, with nothing kept, where neither the
 * signature nor the address shows that it is the provider; and 503 where the database is away, so that it comes again.
 */
export function makeWebhookIntake(
  actor: Actor,
  record: (deliveries: UpdateDelivery[]) => Promise<RecordedUpdates[]> = (deliveries) =>
    recordDeliveries(actor, deliveries),
): WebhookIntake {
  const keys = new WebhookKeys(actor)
  const gatherer = new UpdateGatherer({ record, lingerMs: 3, most: 3_000 })

  async function take(request: WebhookRequest, path: Path): Promise<WebhookAnswer> {
    const body = await request.readBody()
    if (body === 'tooBig') return answer(413)
    const proof = { path, body, signature: request.header(SIGNATURE_HEADER) }
    if (!isBelieved(proof, await keys.get()) && !isBelieved(proof, await keys.getAgain())) return answer(401)
    const json = parseJson(body)
    if (json === undefined) return answer(400)
    await gatherer.record({
      updates: parseWebhook(json),
      gateway: path.gateway,
      source: 'webhook',
      bytes: body.length,
    })
    return answer(200)
  }

  async function shakeHands({ url }: WebhookRequest): Promise<WebhookAnswer> {
    const { searchParams } = toUrl(url)
    const token = searchParams.get('hub.verify_token') ?? ''
    const isRight = async (read: typeof keys.get) => isSameSecret(token, (await read()).verifyToken)
    const isOurs = (await isRight(() => keys.get())) || (await isRight(() => keys.getAgain()))
    const challenge = searchParams.get('hub.challenge')
    if (searchParams.get('hub.mode') !== 'subscribe' || challenge === null || !isOurs) return answer(401)
    return answer(200, challenge)
  }

  async function handle(request: WebhookRequest): Promise<WebhookAnswer> {
    const path = parsePath(request.url)
    if (!path) return answer(404)
    try {
      if (request.method === 'POST') return await take(request, path)
      if (request.method === 'GET') return await shakeHands(request)
      return { ...answer(405), headers: { allow: 'GET, POST' } }
    } catch (error) {
      log.error({ err: error }, 'a webhook could not be recorded, and is to come again')
      return { ...answer(503), headers: { 'retry-after': '5' } }
    }
  }

  return { handle, settled: () => gatherer.settled() }
}

type Path = { secret: string | null; gateway: GatewayKind }
type Keys = Awaited<ReturnType<WebhookKeys['get']>>

const toUrl = (url: string) => new URL(url, 'http://localhost')

let last: { url: string; path: Path | null } | undefined

/** Nearly all come to one address, and reading it costs as much as its signature. */
function parsePath(url: string): Path | null {
  if (last?.url !== url) last = { url, path: readPath(url) }
  return last.path
}

/** The address, and the secret part of it where it has one; null where it is another. */
function readPath(url: string): Path | null {
  if (!URL.canParse(url, 'http://localhost')) return null
  const { pathname, searchParams } = toUrl(url)
  if (!pathname.startsWith(WEBHOOK_PATH)) return null
  const [empty, secret, ...rest] = pathname.slice(WEBHOOK_PATH.length).split('/')
  if (empty !== '' || rest.some((part) => part !== '')) return null
  return { secret: secret || null, gateway: searchParams.get('gateway') === 'sandbox' ? 'sandbox' : 'vectalk' }
}

/**
 * Whether this came from where it should. A signature is checked wherever there is a secret to check it with, and only
 * the stand-in, which plays for itself, may then leave it out; without a secret it is the address that nobody can guess.
 */
function isBelieved(
  { path, body, signature }: { path: Path; body: Uint8Array; signature: string | null },
  { pathSecret, appSecret, appSecretUnreadable }: Keys,
): boolean {
  const knowsAddress = path.secret !== null && isSameSecret(path.secret, pathSecret)
  if (path.secret !== null && !knowsAddress) return false
  if (appSecret && (signature !== null || path.gateway !== 'sandbox' || !knowsAddress)) {
    return isSigned(body, signature, appSecret.value)
  }
  return knowsAddress && !appSecretUnreadable
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8').decode(body))
  } catch {
    return undefined
  }
}
