import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCurl } from './curl'

/** What a real shell would hand to curl. */
const wordsOf = (command: string) =>
  execFileSync('/bin/sh', ['-c', `curl() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n${command}`], {
    env: { NODE_ENV: 'test', VECTALK_TOKEN: 'secret' },
    encoding: 'utf8',
  })
    .split('\0')
    .slice(0, -1)

describe('the cURL of a request', () => {
  it('reaches the address with the token, as JSON', () => {
    expect(wordsOf(toCurl('https://apis.vectalk.com.br', { to: '5511999990000' }))).toEqual([
      '-X',
      'POST',
      'https://apis.vectalk.com.br/messages',
      '-H',
      'Authorization: Bearer secret',
      '-H',
      'Content-Type: application/json',
      '--data-raw',
      '{\n  "to": "5511999990000"\n}',
    ])
  })

  it('carries quotes, new lines, dollars and backticks through the shell unharmed', () => {
    const payload = { text: `it's "ours"\n$HOME \`id\` \\ $(id) !x 'a' ''` }
    expect(JSON.parse(wordsOf(toCurl('http://127.0.0.1:1', payload)).at(-1) ?? '')).toEqual(payload)
  })

  it('carries any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(JSON.parse(wordsOf(toCurl('http://127.0.0.1:1', { text })).at(-1) ?? '')).toEqual({ text })
      }),
      { numRuns: 30 },
    )
  })
})
