import { describe, expect, it } from 'vitest'
import { seal, unseal } from './seal'

const secret = 'one secret that is long enough to be one'
const token = 'EAAG-token-ção-🔑'

/** The same sealed text with the first character of one part changed. */
function tampered(sealed: string, part: number): string {
  const parts = sealed.split('.')
  const text = parts[part] ?? ''
  parts[part] = (text.startsWith('A') ? 'B' : 'A') + text.slice(1)
  return parts.join('.')
}

describe('a sealed token', () => {
  it('opens with the secret that sealed it', () => {
    expect(unseal(seal(token, secret), secret)).toBe(token)
  })

  it('shows nothing of itself and never looks the same twice', () => {
    const sealed = [seal(token, secret), seal(token, secret)]
    expect(sealed[0]).not.toBe(sealed[1])
    expect(sealed[0]).not.toContain('EAAG')
    expect(Buffer.from(sealed[0]?.split('.')[3] ?? '', 'base64url').toString()).not.toContain('EAAG')
  })

  it('stays shut under another secret', () => {
    expect(unseal(seal(token, secret), `${secret}!`)).toBeNull()
  })

  it.each([
    ['nonce', 1],
    ['tag', 2],
    ['text', 3],
  ])('stays shut once its %s was changed', (_name, part) => {
    expect(unseal(tampered(seal(token, secret), part), secret)).toBeNull()
  })

  it('stays shut with a tag cut short, which would be easier to guess', () => {
    const [version, nonce, tag = '', text] = seal(token, secret).split('.')
    const short = Buffer.from(tag, 'base64url').subarray(0, 4).toString('base64url')
    expect(unseal([version, nonce, short, text].join('.'), secret)).toBeNull()
  })

  it.each(['', 'v1', 'v1..', 'v1.a.b.c', 'v2.a.b.c', 'plain token', 'v1.a.b.c.d'])('is not %j', (text) => {
    expect(unseal(text, secret)).toBeNull()
  })
})
