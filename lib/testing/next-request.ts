import { parseCookies } from 'better-auth/cookies'
import { vi } from 'vitest'

/**
 * What next/headers tells during a test: set `current.headers`, read `current.cookies`. Use it as
 * `vi.mock('next/headers', async () => (await import('@/lib/testing/next-request')).nextHeaders)`.
 */
export const current = { headers: new Headers(), cookies: new Map<string, string>() }

export const nextHeaders = {
  headers: vi.fn(async () => current.headers),
  cookies: vi.fn(async () => ({
    toString: () => [...parseCookies(current.headers.get('cookie') ?? ''), ...current.cookies].map(pair).join('; '),
    get: (name: string) => (current.cookies.has(name) ? { name, value: current.cookies.get(name) } : undefined),
    set: (name: string, value: string) => void current.cookies.set(name, value),
    delete: (name: string) => void current.cookies.delete(name),
  })),
}

const pair = ([name, value]: [string, string]) => `${name}=${encodeURIComponent(value)}`

export function resetRequest() {
  current.headers = new Headers({ host: 'localhost:3000', 'x-forwarded-for': '10.0.0.1' })
  current.cookies.clear()
}
