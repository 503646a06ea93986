import { describe, expect, it } from 'vitest'
import { parseSettings } from './env'

const problemsOf = (source: Record<string, string>) => {
  const parsed = parseSettings(source)
  return parsed.ok ? [] : parsed.problems
}
const settingsOf = (source: Record<string, string>) => {
  const parsed = parseSettings(source)
  return parsed.ok ? parsed.settings : parsed.problems
}

describe('settings', () => {
  it('have defaults for all that a first start needs', () => {
    expect(settingsOf({})).toEqual({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: './data',
      SANDBOX_PLAYS: 'on',
      ROLE: 'all',
      LOG_LEVEL: 'info',
    })
  })

  it.each([
    ['PORT', 'abc'],
    ['PORT', '0'],
    ['PORT', '70000'],
    ['PORT', '80.5'],
    ['HOST', 'http://localhost'],
    ['DATABASE_URL', 'mysql://localhost/app'],
    ['DATABASE_URL', 'postgresql://localhost'],
    ['APP_URL', 'lists.example.com'],
    ['APP_URL', 'ftp://lists.example.com'],
    ['APP_SECRET', 'short'],
    ['VECTALK_BASE_URL', 'apis.vectalk.com.br'],
    ['VECTALK_BASE_URL', 'https://apis.vectalk.com.br?a=b'],
    ['VECTALK_TOKEN', 'two words'],
    ['SANDBOX_URL', 'localhost'],
    ['SANDBOX_PLAYS', 'maybe'],
    ['ROLE', 'both'],
    ['LOG_LEVEL', 'loud'],
  ])('name %s when it is %j, in one line that does not repeat it', (name, value) => {
    const problems = problemsOf({ [name]: value })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(new RegExp(`^${name} must `))
    expect(problems[0]).not.toContain(`"${value}"`)
  })

  it('tell everything that is wrong at once', () => {
    expect(problemsOf({ PORT: 'x', ROLE: 'x' }).map((line) => line.split(' ')[0])).toEqual(['PORT', 'ROLE'])
  })

  it('want the first administrator whole', () => {
    expect(problemsOf({ ADMIN_EMAIL: 'ana@example.com' })).toEqual(['ADMIN_PASSWORD must be set when ADMIN_EMAIL is'])
    expect(problemsOf({ ADMIN_PASSWORD: 'long enough here' })).toEqual([
      'ADMIN_EMAIL must be set when ADMIN_PASSWORD is',
    ])
    expect(problemsOf({ ADMIN_EMAIL: 'ana', ADMIN_PASSWORD: 'short' })).toHaveLength(2)
  })

  it('take an empty variable as absent', () => {
    expect(settingsOf({ PORT: '', VECTALK_TOKEN: '  ', ROLE: '' })).toMatchObject({ PORT: 3000, ROLE: 'all' })
  })

  it('keep the path of the base URL, but not its last slash', () => {
    expect(settingsOf({ VECTALK_BASE_URL: 'https://apis.vectalk.com.br/api/' })).toMatchObject({
      VECTALK_BASE_URL: 'https://apis.vectalk.com.br/api',
    })
  })

  it('never repeat a secret that is wrong', () => {
    expect(
      problemsOf({ APP_SECRET: 'hunter2', VECTALK_TOKEN: 'se cret', DATABASE_URL: 'x:pass@y' }).join(),
    ).not.toMatch(/hunter2|se cret|pass@/)
  })
})
