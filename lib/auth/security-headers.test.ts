import { NextRequest } from 'next/server'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { proxy } from '@/proxy'
import { METHOD_HEADER, PATH_HEADER } from './security-headers'

const settings = vi.hoisted((): { APP_URL?: string } => ({}))
vi.mock('@/lib/env', () => ({ env: () => settings }))
beforeEach(() => void delete settings.APP_URL)

const answerTo = (url: string, headers: Record<string, string> = {}) => proxy(new NextRequest(url, { headers }))
const policyOf = (response: Response) =>
  Object.fromEntries(
    (response.headers.get('content-security-policy') ?? '').split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources]
    }),
  )
/** How Next is handed the request's changed headers. */
const requestHeader = (response: Response, name: string) => response.headers.get(`x-middleware-request-${name}`)

describe('the proxy', () => {
  it('lets only our own scripts run: those with this request’s nonce, none inline, none evaluated', () => {
    const policy = policyOf(answerTo('http://localhost:3000/compose'))
    expect(policy['script-src']).toEqual([
      "'self'",
      expect.stringMatching(/^'nonce-[\w+/]{22}=='$/),
      "'strict-dynamic'",
    ])
    expect(policy['default-src']).toEqual(["'self'"])
    expect(policy['object-src']).toEqual(["'none'"])
    expect(policy['base-uri']).toEqual(["'self'"])
    expect(policy['form-action']).toEqual(["'self'"])
    expect(policy['frame-ancestors']).toEqual(["'none'"])
  })

  it('makes a nonce of its own for each request, whatever the request says', () => {
    const forged = { 'content-security-policy': "script-src 'nonce-mine'" }
    const responses = [answerTo('http://localhost:3000/', forged), answerTo('http://localhost:3000/', forged)]
    const policies = responses.map((response) => response.headers.get('content-security-policy'))
    expect(policies[0]).not.toBe(policies[1])
    expect(policies.join()).not.toContain('mine')
    // Next takes the nonce for its scripts from here.
    expect(responses.map((response) => requestHeader(response, 'content-security-policy'))).toEqual(policies)
  })

  it('keeps pages out of frames, types unguessed and addresses to ourselves', () => {
    const { headers } = answerTo('http://localhost:3000/compose')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toContain('camera=()')
  })

  it('asks for https from now on only where the browser came by it', () => {
    expect(answerTo('http://localhost:3000/').headers.has('strict-transport-security')).toBe(false)
    const secure = answerTo('http://localhost:3000/', { 'x-forwarded-proto': 'https' })
    expect(secure.headers.get('strict-transport-security')).toMatch(/^max-age=\d{7,}/)
  })

  it('knows by APP_URL that a proxy before us speaks https, though it does not say so', () => {
    settings.APP_URL = 'https://lists.example.com'
    const byName = answerTo('http://10.0.0.2:3000/', { host: 'lists.example.com', 'x-forwarded-proto': 'http' })
    expect(byName.headers.has('strict-transport-security')).toBe(true)
    const onTheLan = answerTo('http://10.0.0.2:3000/', { host: '10.0.0.2:3000', 'x-forwarded-proto': 'http' })
    expect(onTheLan.headers.has('strict-transport-security')).toBe(false)
  })

  it('lets nobody keep or pass on the address of a shared message', () => {
    const { headers } = answerTo('http://localhost:3000/share/some-token')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-robots-tag')).toMatch(/^noindex\b/)
    expect(answerTo('http://localhost:3000/compose').headers.get('x-robots-tag')).toBeNull()
  })

  it('tells the page how it was asked for, whatever the request claims', () => {
    const request = new NextRequest('http://localhost:3000/share/x', {
      method: 'HEAD',
      headers: { [METHOD_HEADER]: 'GET' },
    })
    expect(requestHeader(proxy(request), METHOD_HEADER)).toBe('HEAD')
  })

  it('tells the page its own address, whatever the request claims', () => {
    const response = answerTo('http://localhost:3000/sends?status=failed&_rsc=abc', { [PATH_HEADER]: '//evil.example' })
    expect(requestHeader(response, PATH_HEADER)).toBe('/sends?status=failed')
  })
})
