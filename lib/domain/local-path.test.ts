import { describe, expect, it } from 'vitest'
import { START, toLocalPath } from './local-path'

describe('the way back after signing in', () => {
  it.each(['/compose', '/sends?status=failed&q=a%20b', '/templates/019a#row', '/settings', '/signs-of-life'])(
    'leads to %s',
    (path) => {
      expect(toLocalPath(path)).toBe(path)
    },
  )

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/a\\b',
    '/\t/evil.example',
    '/\n//evil.example',
    'javascript:alert(1)',
    'compose',
    '',
    '/',
    '/sign-in?next=/sign-in',
    '/setup',
    '/api/sends',
    undefined,
    null,
    ['/compose', '/sends'],
  ])('never leads to %j', (next) => {
    expect(toLocalPath(next)).toBe(START)
  })
})
