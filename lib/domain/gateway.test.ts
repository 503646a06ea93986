import { describe, expect, it } from 'vitest'
import { connectionSchema, DEFAULT_BASE_URL, isSameHost } from './gateway'

const problemsOf = (input: { baseUrl?: string; token?: string; perSecond?: unknown }) => {
  const parsed = connectionSchema.safeParse({
    baseUrl: 'https://apis.vectalk.com.br',
    token: '',
    includeRecipientType: false,
    passesCallbackData: false,
    perSecond: '20',
    ...input,
  })
  return parsed.success ? parsed.data : parsed.error.issues.map((issue) => issue.message)
}

describe('a connection', () => {
  it('is saved without the white space and slashes around it', () => {
    expect(problemsOf({ baseUrl: ' https://apis.vectalk.com.br/api// ', token: ' abc \n' })).toEqual({
      baseUrl: 'https://apis.vectalk.com.br/api',
      token: 'abc',
      includeRecipientType: false,
      passesCallbackData: false,
      perSecond: 20,
    })
  })

  it('may leave out what the environment sets, as the form does', () => {
    expect(connectionSchema.parse({ includeRecipientType: true, passesCallbackData: true, perSecond: 80 })).toEqual({
      baseUrl: DEFAULT_BASE_URL,
      token: '',
      includeRecipientType: true,
      passesCallbackData: true,
      perSecond: 80,
    })
  })

  it.each(['http://127.0.0.1:4010', 'http://localhost:4010', 'http://[::1]:4010/v1'])(
    'may lead to this machine without https: %s',
    (baseUrl) => {
      expect(problemsOf({ baseUrl })).toMatchObject({ baseUrl })
    },
  )

  it.each([
    ['', 'baseUrlRequired'],
    ['apis.vectalk.com.br', 'baseUrlInvalid'],
    ['ftp://apis.vectalk.com.br', 'baseUrlInvalid'],
    ['javascript:alert(1)', 'baseUrlInvalid'],
    ['https://user:pass@apis.vectalk.com.br', 'baseUrlInvalid'],
    ['https://apis.vectalk.com.br?key=1', 'baseUrlInvalid'],
    ['https://apis.vectalk.com.br#part', 'baseUrlInvalid'],
    ['http://apis.vectalk.com.br', 'baseUrlInsecure'],
    ['http://127.0.0.1.evil.example', 'baseUrlInsecure'],
  ])('refuses the address %j', (baseUrl, problem) => {
    expect(problemsOf({ baseUrl })).toEqual([problem])
  })

  it.each(['two words', 'ção', 'a\u0000b'])('refuses %j as a token, which no header could carry', (token) => {
    expect(problemsOf({ token })).toEqual(['tokenInvalid'])
  })

  it.each(['', '0', '1001', '-3', '2.5', 'vinte', null])('refuses a pace of %j', (perSecond) => {
    expect(problemsOf({ perSecond })).toEqual(['paceInvalid'])
  })

  it('knows the same host by scheme, name and port', () => {
    expect(isSameHost('https://a.example/api', 'https://a.example:443')).toBe(true)
    expect(isSameHost('https://a.example', 'http://a.example')).toBe(false)
    expect(isSameHost('https://a.example', 'https://a.example:8443')).toBe(false)
    expect(isSameHost('https://a.example', 'https://a.example.evil.example')).toBe(false)
  })
})
