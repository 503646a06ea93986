/** The request header in which proxy.ts tells a page its own address. */
export const PATH_HEADER = 'x-listazap-path'

/** The request header in which proxy.ts tells a page how it was asked for: only who looks is counted, not who asks about. */
export const METHOD_HEADER = 'x-listazap-method'

/**
 * What a page may load and run: our own files, and only the scripts that carry this request's nonce. Styles stay
 * 'unsafe-inline', as the positions of menus and dialogs are style attributes, which take no nonce.
 */
export function contentSecurityPolicy(nonce: string, { development = false } = {}): string {
  const directives = {
    'default-src': ["'self'"],
    // React and Next evaluate code in development only.
    'script-src': ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...(development ? ["'unsafe-eval'"] : [])],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...(development ? ['ws:'] : [])],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  }
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}

/** What every answer carries beside the policy for its scripts. */
export const securityHeaders = ({ secure, path }: { secure: boolean; path: string }): Record<string, string> => ({
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  ...(secure && { 'Strict-Transport-Security': 'max-age=31536000' }),
  // The address itself opens a shared message: no other site may be told it, no cache or search engine keep it.
  ...(path.startsWith('/share/') && {
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex, nofollow, noarchive',
  }),
})
