import { describe, expect, it } from 'vitest'
import { isSameSecret, isSigned, signBody } from './verify-signature'

const SECRET = 'an app secret'
const body = Buffer.from('{"object":"whatsapp_business_account","text":"Olá 😀"}')
const right = signBody(body, SECRET)

describe('a signature', () => {
  it('is right over the very bytes, whatever the case of its letters', () => {
    expect(isSigned(body, right, SECRET)).toBe(true)
    expect(isSigned(body, right.toUpperCase().replace('SHA256', 'sha256'), SECRET)).toBe(true)
  })

  it('is the one that anybody computes', () => {
    // RFC 4231, test case 2.
    expect(signBody('what do ya want for nothing?', 'Jefe')).toBe(
      'sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    )
  })

  it('is wrong once one byte has changed', () => {
    for (let i = 0; i < body.length; i++) {
      const other = Buffer.from(body)
      other[i] = (other[i] ?? 0) ^ 1
      expect(isSigned(other, right, SECRET)).toBe(false)
    }
  })

  it.each([
    ['that is missing', null],
    ['that is empty', ''],
    ['without its prefix', right.slice(7)],
    ['that is too short', right.slice(0, -1)],
    ['that is too long', `${right}0`],
    ['of another length altogether', 'sha256=zz'],
    ['of another algorithm', right.replace('sha256', 'sha1')],
    ['by another secret', signBody(body, 'another')],
  ])('%s is wrong, and throws nothing', (_, header) => {
    expect(isSigned(body, header, SECRET)).toBe(false)
  })
})

describe('a secret word', () => {
  it('is the same or not, of whatever length', () => {
    expect(isSameSecret('abc', 'abc')).toBe(true)
    for (const other of ['', 'ab', 'abd', 'abcd', 'é'.repeat(10_000)]) expect(isSameSecret(other, 'abc')).toBe(false)
  })
})
