import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { isSecure } from '@/lib/auth/is-secure'
import { contentSecurityPolicy, METHOD_HEADER, PATH_HEADER, securityHeaders } from '@/lib/auth/security-headers'

/** Gives every answer its security headers, and every page a nonce for its scripts and its own address. */
export function proxy(request: NextRequest) {
  const policy = contentSecurityPolicy(randomBytes(16).toString('base64'), {
    development: process.env.NODE_ENV === 'development',
  })
  const { pathname, searchParams } = request.nextUrl
  searchParams.delete('_rsc')
  const query = searchParams.toString()

  const headers = new Headers(request.headers)
  // Next reads the nonce for its own scripts out of this request header.
  headers.set('Content-Security-Policy', policy)
  headers.set(PATH_HEADER, query ? `${pathname}?${query}` : pathname)
  headers.set(METHOD_HEADER, request.method)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  for (const [name, value] of Object.entries(securityHeaders({ secure: isSecure(request.headers), path: pathname }))) {
    response.headers.set(name, value)
  }
  return response
}

export const config = {
  matcher: ['/((?!_next/static/|_next/image|icon|apple-icon|favicon|api/recipient-lists$|api/webhooks/).*)'],
}
