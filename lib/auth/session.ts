import { cookies, headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import { cache } from 'react'
import { db } from '@/lib/db/client'
import type { CommonErrorCode } from '@/lib/domain/action-result'
import type { Actor, UserActor } from '@/lib/domain/actor'
import { START, toLocalPath } from '@/lib/domain/local-path'
import { log } from '@/lib/log'
import { auth } from './better-auth'
import { isSecure } from './is-secure'
import { PATH_HEADER } from './security-headers'

type SessionUser = { id: string; name: string; email: string; role?: string | null }

/** Who sends these headers, or null. */
export async function readActor(from: Headers): Promise<UserActor | null> {
  const session = await auth(isSecure(from)).api.getSession({ headers: from, query: { disableRefresh: true } })
  return session ? mint(session.user) : null
}

export const mint = (user: SessionUser) =>
  ({
    kind: 'user',
    userId: user.id,
    name: user.name,
    email: user.email,
    role: user.role === 'admin' ? 'admin' : 'member',
  }) as UserActor

/**
 * The headers of this request with its cookies as they are by now: when an action has just opened a session, the page
 * that Next draws after it must see that one, and headers() still tells the old cookie.
 */
export async function currentHeaders(): Promise<Headers> {
  const [asSent, jar] = await Promise.all([headers(), cookies()])
  const now = new Headers(asSent)
  now.set('cookie', jar.toString())
  return now
}

/** Who asks, or null; read once for each request. */
export const getActor = cache(async (): Promise<UserActor | null> => readActor(await currentHeaders()))

export const hasAnyUser = async () => (await db().user.findFirst({ select: { id: true } })) !== null

/** The gate of every page: whoever has no session is led to where one is made, and back afterwards. */
export async function requireActor(): Promise<UserActor> {
  const actor = await getActor()
  if (actor) return actor
  if (!(await hasAnyUser())) redirect('/setup')
  const path = toLocalPath((await headers()).get(PATH_HEADER))
  redirect(path === START ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`)
}

export const isAdmin = (actor: Actor) => actor.kind === 'user' && actor.role === 'admin'

/**
 * The gate of every route under app/api: `export const GET = withActor((actor, request, context) => …)`. Without a session
 * it answers 401, and a fault 500, both as JSON that the client can read.
 */
export function withActor<Context = unknown>(
  handler: (actor: UserActor, request: Request, context: Context) => Promise<Response> | Response,
) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      const actor = await readActor(request.headers)
      if (!actor) return refusal('signedOut', 401)
      return await handler(actor, request, context)
    } catch (error) {
      unstable_rethrow(error)
      log.error({ err: error, path: new URL(request.url).pathname }, 'a route failed')
      return refusal('unexpected', 500)
    }
  }
}

const refusal = (code: CommonErrorCode, status: number) =>
  Response.json({ error: { code } }, { status, headers: { 'cache-control': 'no-store' } })
