import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quoteForShell, toCurl } from './curl'
import { isCurl, readCurl } from './import-curl'

const bodyOf = (command: string) => {
  const read = readCurl(command)
  return read.ok ? read.body.text : read.problem
}

describe('reading a curl command', () => {
  it('is told apart from JSON', () => {
    for (const command of [
      'curl -d {} x',
      '  $ curl x',
      '# envia\ncurl.exe -d x',
      'PS C:\\> curl x',
      'TOKEN=1\ncurl \\\n x',
    ]) {
      expect(isCurl(command)).toBe(true)
    }
    for (const other of ['{"a": "\ncurl x"}', '"curl "', 'curly', '', 'Use curl para enviar'])
      expect(isCurl(other)).toBe(false)
  })

  it('is the way back from our own cURL, whatever the texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, key) => {
        const payload = { [key]: text, quotes: `it's "ours"\n$HOME \`id\` \\ ''` }
        expect(bodyOf(toCurl('https://apis.vectalk.com.br', payload))).toBe(JSON.stringify(payload, null, 2))
      }),
    )
  })

  it('reads a word as a shell does', () => {
    const word = fc
      .array(
        fc.oneof(
          fc.string({ unit: fc.constantFrom('a', ' ', '"', '\\', '\n', '{', '#') }).map(quoteForShell),
          fc
            .string({ unit: fc.constantFrom('a', ' ', "'", '\\\\', '\\"', '\\$', '\n', '\\\n', '\\a') })
            .map((s) => `"${s}"`),
          fc.string({ unit: fc.constantFrom('a', '\\ ', '\\"', "\\'", '\\\\', 'é') }),
        ),
        { minLength: 1 },
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(word, (shellWord) => {
        // A word that looks empty, or begins a file name, is none to compare.
        const said = execFileSync('/bin/sh', ['-c', `printf '%s' x${shellWord}`], { encoding: 'utf8' })
        expect(bodyOf(`curl --data-raw x${shellWord} https://x`)).toBe(said)
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['-d', `curl https://x -d '{"a":1}'`],
    ['-d hanging on its value', `curl -d'{"a":1}' https://x`],
    ['-sSd', `curl -sSd '{"a":1}' https://x`],
    ['--data', `curl https://x --data '{"a":1}'`],
    ['--data=', `curl https://x --data='{"a":1}'`],
    ['--data-raw', `curl --location --request POST 'https://x' \\\n --data-raw '{"a":1}'`],
    ['--data-binary', `curl https://x --data-binary $'{"a":1}'`],
    ['--json', `curl https://x --json "{\\"a\\":1}"`],
    ['a forgotten backslash at the line end', `curl https://x\n  -d '{"a":1}'`],
    ["PowerShell's line ends", 'curl.exe https://x `\r\n  -d \'{"a":1}\''],
    ['a here-document', `curl https://x -d @- <<'EOF'\n{"a":1}EOF\ncurl -d no`.replace('}EOF', '}\nEOF')],
    ['Windows with backslashes', 'curl -X POST https://x ^\r\n  -d "{\\"a\\":1}"'],
    ['Windows with doubled quotes', 'curl https://x ^\n -H "A: b" ^\n --data-raw "{""a"":1}"'],
    ['Windows as Chrome copies it', 'curl ^"https://x^" ^\n  -H ^"a: b^" ^\n  --data-raw ^"^{^\\^"a^\\^":1^}^"'],
    ['the first of several commands', `curl https://x -d '{"a":1}'\ncurl https://y -d '{"b":2}'`],
  ])('finds the body: %s', (_, command) => {
    expect(String(bodyOf(command)).trim()).toBe('{"a":1}')
  })

  it("reads bash's own escapes", () => {
    expect(bodyOf(`curl -d $'{"t":"it\\'s \\u00e9 \\x21\\\\n"}' x`)).toBe('{"t":"it\'s é !\\n"}')
  })

  it('joins several parts as curl does', () => {
    expect(bodyOf(`curl -d a=1 --data b=2 x`)).toBe('a=1&b=2')
    expect(bodyOf(`curl --json '{"a":' --json '1}' x`)).toBe('{"a":1}')
  })

  it('knows where in the command each unit of the body stands', () => {
    const command = `curl x -d "{\\"a\\": 1}"`
    const read = readCurl(command)
    if (!read.ok) throw new Error(read.problem.code)
    const { text, offsets } = read.body
    expect(offsets).toHaveLength(text.length)
    expect(command.slice(offsets[text.indexOf('1')])).toBe('1}"')
  })

  it('notices a token', () => {
    const hasToken = (options: string) => {
      const read = readCurl(`curl x ${options} -d {}`)
      return read.ok && read.hasToken
    }
    expect(hasToken(`-H 'Authorization: Bearer abc'`)).toBe(true)
    expect(hasToken(`-H "apikey: abc"`)).toBe(true)
    expect(hasToken(`-u me:secret`)).toBe(true)
    expect(hasToken(`-H 'Content-Type: application/json'`)).toBe(false)
  })

  it('says why there is no body', () => {
    expect(bodyOf('curl https://x')).toMatchObject({ code: 'curlNoBody', at: 0 })
    expect(bodyOf('curl https://x -d @lista.json')).toEqual({ code: 'curlFile', at: 18, found: 'lista.json' })
    expect(bodyOf(`curl https://x -d '{"a": 1}`)).toEqual({ code: 'curlQuote', at: 18, found: "'" })
    expect(bodyOf('curl https://x ^\n -d "{')).toMatchObject({ code: 'curlQuote', found: '"' })
  })
})
