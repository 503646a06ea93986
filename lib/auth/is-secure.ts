import { env } from '@/lib/env'

/**
 * Whether the browser came by https, so that its cookie must never travel without. Next says "http" where a proxy said
 * nothing, so APP_URL decides for its own host; by another address (a LAN's, say) plain http still works.
 */
export function isSecure(headers: Headers): boolean {
  if (headers.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https') return true
  const url = env().APP_URL
  return !!url?.startsWith('https:') && new URL(url).host === (headers.get('x-forwarded-host') ?? headers.get('host'))
}
